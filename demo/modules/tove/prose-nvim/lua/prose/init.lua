-- prose-nvim: what writers need from an editor, as a plugin without dependencies.
local M = {}

local defaults = { width = 76, filetypes = { 'markdown', 'text', 'gitcommit' }, spell = 'en' }

local function words(buffer)
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), ' ')
  local count = 0
  for _ in text:gmatch('%S+') do
    count = count + 1
  end
  return count
end

local function narrow(options)
  local wide = math.max(0, math.floor((vim.o.columns - options.width) / 2))
  vim.opt_local.statuscolumn = string.rep(' ', math.min(wide, 30))
  vim.opt_local.number = false
  vim.opt_local.relativenumber = false
end

local function write_prose(options)
  vim.opt_local.wrap = true
  vim.opt_local.linebreak = true
  vim.opt_local.spell = true
  vim.opt_local.spelllang = options.spell
  vim.opt_local.conceallevel = 2
  vim.keymap.set('n', 'j', 'gj', { buffer = true })
  vim.keymap.set('n', 'k', 'gk', { buffer = true })
end

--- @param user table|nil width, filetypes, spell
function M.setup(user)
  local options = vim.tbl_extend('force', defaults, user or {})
  vim.api.nvim_create_autocmd('FileType', {
    pattern = options.filetypes,
    callback = function()
      write_prose(options)
    end,
  })
  vim.api.nvim_create_user_command('ProseFocus', function()
    narrow(options)
  end, { desc = 'Centre the text' })
  vim.api.nvim_create_user_command('ProseWords', function()
    vim.notify(words(0) .. ' words')
  end, { desc = 'Count the words' })
end

return M
