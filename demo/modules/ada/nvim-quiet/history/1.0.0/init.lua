-- nvim-quiet: a small configuration that needs no plugin manager and no network.
vim.g.mapleader = ' '

require('quiet.options')
require('quiet.keymaps')
