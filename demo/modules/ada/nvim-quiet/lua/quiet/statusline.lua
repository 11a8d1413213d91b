local modes = { n = 'normal', i = 'insert', v = 'visual', V = 'lines', ['\22'] = 'block', c = 'command', R = 'replace', t = 'terminal' }

function _G.quiet_statusline()
  local mode = modes[vim.fn.mode()] or vim.fn.mode()
  local count = #vim.diagnostic.get(0)
  local problems = count > 0 and ('  ' .. count .. ' to look at') or ''
  return table.concat({ ' ', mode, '  %f %m%r', problems, '%=', '%y  %l:%c ' })
end

vim.opt.showmode = false
vim.opt.laststatus = 3
vim.opt.statusline = '%!v:lua.quiet_statusline()'
