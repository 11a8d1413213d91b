if vim.g.loaded_prose then
  return
end
vim.g.loaded_prose = true
require('prose').setup(vim.g.prose)
