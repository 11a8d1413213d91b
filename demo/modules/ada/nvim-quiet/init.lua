-- nvim-quiet: a small configuration that needs no plugin manager and no network.
-- Start it beside your own one: NVIM_APPNAME=nvim-quiet nvim
vim.g.mapleader = ' '
vim.g.maplocalleader = ' '

require('quiet.options')
require('quiet.keymaps')
require('quiet.lsp')
require('quiet.statusline')
