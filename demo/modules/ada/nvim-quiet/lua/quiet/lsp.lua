-- Servers are used when they are installed; nothing is downloaded.
local servers = {
  lua_ls = { cmd = { 'lua-language-server' }, filetypes = { 'lua' }, root_markers = { '.luarc.json', '.git' } },
  ts_ls = {
    cmd = { 'typescript-language-server', '--stdio' },
    filetypes = { 'javascript', 'javascriptreact', 'typescript', 'typescriptreact' },
    root_markers = { 'tsconfig.json', 'package.json', '.git' },
  },
  gopls = { cmd = { 'gopls' }, filetypes = { 'go', 'gomod' }, root_markers = { 'go.mod', '.git' } },
  rust_analyzer = { cmd = { 'rust-analyzer' }, filetypes = { 'rust' }, root_markers = { 'Cargo.toml' } },
  pyright = {
    cmd = { 'pyright-langserver', '--stdio' },
    filetypes = { 'python' },
    root_markers = { 'pyproject.toml', '.git' },
  },
}

for name, config in pairs(servers) do
  if vim.fn.executable(config.cmd[1]) == 1 then
    vim.lsp.config(name, config)
    vim.lsp.enable(name)
  end
end

vim.diagnostic.config({ virtual_text = false, virtual_lines = { current_line = true }, severity_sort = true })

vim.api.nvim_create_autocmd('LspAttach', {
  callback = function(args)
    local map = function(keys, action, desc)
      vim.keymap.set('n', keys, action, { buffer = args.buf, desc = desc })
    end
    map('gd', vim.lsp.buf.definition, 'Go to the definition')
    map('<leader>r', vim.lsp.buf.rename, 'Rename')
    map('<leader>a', vim.lsp.buf.code_action, 'Choose an action')
    map('<leader>d', vim.diagnostic.setloclist, 'List what is wrong')
    vim.lsp.completion.enable(true, args.data.client_id, args.buf, { autotrigger = true })
  end,
})
