local map = vim.keymap.set

map('n', '<Esc>', '<cmd>nohlsearch<cr>', { desc = 'Hide search marks' })
map('n', '<leader>w', '<cmd>write<cr>', { desc = 'Save' })
map('n', '<leader>e', '<cmd>Explore<cr>', { desc = 'Browse the folder of this file' })
map('n', '<leader>b', ':buffers<cr>:buffer<space>', { desc = 'Choose a buffer' })
map('n', '<leader>f', ':find **/*', { desc = 'Find a file below here' })
map('n', '<leader>g', ':silent grep! ', { desc = 'Search the project' })

map('n', '<C-h>', '<C-w>h', { desc = 'Window left' })
map('n', '<C-j>', '<C-w>j', { desc = 'Window below' })
map('n', '<C-k>', '<C-w>k', { desc = 'Window above' })
map('n', '<C-l>', '<C-w>l', { desc = 'Window right' })

map('v', 'J', ":m '>+1<cr>gv=gv", { desc = 'Move the selection down' })
map('v', 'K', ":m '<-2<cr>gv=gv", { desc = 'Move the selection up' })
map('n', 'n', 'nzzzv', { desc = 'Next match, centred' })
map('n', 'N', 'Nzzzv', { desc = 'Previous match, centred' })

if vim.fn.executable('rg') == 1 then
  vim.opt.grepprg = 'rg --vimgrep --smart-case'
  vim.opt.grepformat = '%f:%l:%c:%m'
end
