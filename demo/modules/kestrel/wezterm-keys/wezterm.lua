-- wezterm-keys: panes on a leader key, like a multiplexer without one.
local wezterm = require('wezterm')
local act = wezterm.action
local config = wezterm.config_builder()

config.font_size = 12.5
config.use_fancy_tab_bar = false
config.hide_tab_bar_if_only_one_tab = true
config.window_padding = { left = 10, right = 10, top = 8, bottom = 6 }
config.default_cursor_style = 'SteadyBar'
config.audible_bell = 'Disabled'
config.scrollback_lines = 20000

config.leader = { key = 'a', mods = 'CTRL', timeout_milliseconds = 1200 }
config.keys = {
  { key = '|', mods = 'LEADER|SHIFT', action = act.SplitHorizontal({ domain = 'CurrentPaneDomain' }) },
  { key = '-', mods = 'LEADER', action = act.SplitVertical({ domain = 'CurrentPaneDomain' }) },
  { key = 'z', mods = 'LEADER', action = act.TogglePaneZoomState },
  { key = 'c', mods = 'LEADER', action = act.SpawnTab('CurrentPaneDomain') },
  { key = '[', mods = 'LEADER', action = act.ActivateCopyMode },
  { key = 'w', mods = 'LEADER', action = act.ShowLauncherArgs({ flags = 'FUZZY|WORKSPACES' }) },
  { key = 'a', mods = 'LEADER|CTRL', action = act.SendKey({ key = 'a', mods = 'CTRL' }) },
}

for key, direction in pairs({ h = 'Left', j = 'Down', k = 'Up', l = 'Right' }) do
  table.insert(config.keys, { key = key, mods = 'LEADER', action = act.ActivatePaneDirection(direction) })
end
for number = 1, 9 do
  table.insert(config.keys, { key = tostring(number), mods = 'LEADER', action = act.ActivateTab(number - 1) })
end

return config
