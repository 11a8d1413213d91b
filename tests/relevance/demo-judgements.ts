/**
 * What a person who types this over the demo catalogue wants to see: one search a line, `intent | query | very good | good | fair`
 * (grades 3, 2, 1; everything else is 0). Modules that would serve equally well have equal grades. Judged from manifests and READMEs,
 * before any result was looked at. `$name` stands for a set below.
 */
export const DEMO_SETS: Record<string, string> = {
  dark: 'tidewater ember-hours clear-night signal-green plumline moonpaper catppuccin nord-arctic snazzy base16-classics solarized-base16',
  light: 'inkwell tidewater moonpaper catppuccin base16-classics solarized-base16',
  bundles: 'server-kit home-row-kit evening-wayland quiet-desk writers-room mac-studio',
  zshPrompts: 'pure spaceship typewritten bare-prompt',
};

export const DEMO_JUDGEMENTS = `
name | pure | pure | | home-row-kit snazzy typewritten
name | tmux-calm | tmux-calm | | quiet-desk server-kit
name | tidewater | tidewater | | quiet-desk
name | nvim-quiet | nvim-quiet | | quiet-desk writers-room
name | catppuccin | catppuccin | |
name | Nord | nord-arctic | |
name | solarized | solarized-base16 | |
name | port-who | port-who | | server-kit
name | Ember Hours | ember-hours | | evening-wayland
name | base16 classics | base16-classics | | solarized-base16
name | git open | git-open | |
name | git-guard | git-guard | |
name | i3 classic | i3-classic | |
name | @inkfish/spaceship | spaceship | |
name | ada/quiet-desk | quiet-desk | |
name | word count | word-count | prose-nvim | writers-room
name | clear night | clear-night | |
name | zed-focus | zed-focus | | mac-studio
partial | tide | tidewater | | quiet-desk
partial | catp | catppuccin | |
partial | spacesh | spaceship | |
partial | karab | karabiner-hyper | | mac-studio brew-workbench
partial | moonp | moonpaper | | mac-studio
partial | homerow | homerow-mods | home-row-kit |
partial | sway d | sway-daily | |
partial | typew | typewritten | |
partial | hypr | hypr-tiles | evening-wayland | snazzy karabiner-hyper
partial | ink | inkwell | | writers-room pure spaceship typewritten git-open
partial | aero | aerospace-grid | | mac-studio
partial | chez | chezmoi-bootstrap | |
typo | tidewatr | tidewater | | quiet-desk
typo | tidewtaer | tidewater | | quiet-desk
typo | catpuccin | catppuccin | |
typo | cattpuccin | catppuccin | |
typo | catppucin | catppuccin | |
typo | solarzied | solarized-base16 | |
typo | solarised | solarized-base16 | |
typo | spacehsip | spaceship | |
typo | spceship | spaceship | |
typo | typewriten | typewritten | |
typo | kity | kitty-quiet | quiet-desk | tidewater ember-hours clear-night signal-green plumline moonpaper inkwell catppuccin nord-arctic snazzy base16-classics solarized-base16
typo | alacrity | alacritty-plain alacritty-gallery | evening-wayland | tidewater ember-hours clear-night signal-green plumline moonpaper inkwell catppuccin nord-arctic snazzy base16-classics solarized-base16 hypr-tiles
typo | alacrtity | alacritty-plain alacritty-gallery | evening-wayland | tidewater ember-hours clear-night signal-green plumline moonpaper inkwell catppuccin nord-arctic snazzy base16-classics solarized-base16 hypr-tiles
typo | hyprlnad | hypr-tiles | evening-wayland |
typo | hyperland | hypr-tiles | evening-wayland |
typo | neovmi | nvim-quiet prose-nvim | | node-editorconfig brew-workbench quiet-desk writers-room
typo | neovin | nvim-quiet prose-nvim | | node-editorconfig brew-workbench quiet-desk writers-room
typo | karabinr | karabiner-hyper | | mac-studio brew-workbench
typo | karibiner | karabiner-hyper | | mac-studio brew-workbench
typo | zelij | zellij-deck | | $dark inkwell
typo | wezterrm | wezterm-keys | | home-row-kit $dark inkwell
typo | ghosty | ghostty-desk | | mac-studio brew-workbench $dark inkwell
typo | startship | starship-quiet | | quiet-desk brew-workbench mac-brewfile
typo | multiplexr | tmux-calm zellij-deck screen-plain | wezterm-keys | quiet-desk server-kit
typo | hombrew | brew-workbench mac-brewfile | sysup | mac-studio
typo | abreviations | fish-git-abbr | evening-wayland |
typo | snipets | four-snippets typescript-snippets | |
typo | typescirpt | typescript-snippets four-snippets | | helix-field npm-globals
typo | markdwon | word-count prose-nvim | writers-room | node-editorconfig
typo | wayladn | hypr-tiles sway-daily niri-strip foot-min evening-wayland | home-row-kit |
typo | minimla prompt | pure typewritten bare-prompt starship-quiet | omp-harbor spaceship fish-lines |
typo | git alaises | git-short zsh-git-extras | fish-git-abbr | git-guard
typo | clor theme | $dark inkwell alacritty-gallery | | helix-field
typo | drak theme | $dark alacritty-gallery | | helix-field
typo | bakup | backup-home | | jump-marks
typo | histroy | history-tidy | bash-guard readline-comfort fish-git-abbr | quiet-desk
typo | keybord layout | homerow-mods keyd-caps karabiner-hyper | skhd-moves home-row-kit | zellij-deck
typo | arospace | aerospace-grid | | mac-studio
typo | dracla | alacritty-gallery | |
typo | kanawga | alacritty-gallery | |
typo | ergonmics | homerow-mods home-row-kit | |
typo | debain server packages | apt-server | server-kit |
typo | pwoerline prompt | | $zshPrompts starship-quiet omp-harbor fish-lines |
typo | fih prompt | fish-lines | starship-quiet omp-harbor |
typo | brwe | brew-workbench mac-brewfile | sysup | mac-studio
typo | chemzoi | chezmoi-bootstrap | |
two words | calm tmux | tmux-calm | |
two words | calm tmux config | tmux-calm | | screen-plain zellij-deck
two words | fast prompt | pure | typewritten |
two words | zsh prompt | $zshPrompts | starship-quiet omp-harbor |
two words | fish prompt | fish-lines | starship-quiet omp-harbor |
two words | minimal prompt | pure typewritten bare-prompt starship-quiet | omp-harbor spaceship fish-lines |
two words | dark theme | $dark alacritty-gallery | | helix-field
two words | light theme | inkwell | tidewater moonpaper catppuccin base16-classics solarized-base16 alacritty-gallery |
two words | kitty theme | $dark inkwell | | kitty-quiet
two words | alacritty themes | alacritty-gallery $dark inkwell | | alacritty-plain
two words | helix theme | $dark inkwell helix-field | |
two words | purple theme | plumline | | moonpaper
two words | green theme | signal-green tidewater | |
two words | warm theme | ember-hours | evening-wayland inkwell |
two words | high contrast | clear-night | | ember-hours inkwell
two words | git hooks | git-guard | | push-gate
two words | git aliases | git-short zsh-git-extras | fish-git-abbr | git-guard
two words | commit template | commit-letters | | git-guard
two words | caps lock | keyd-caps karabiner-hyper | | sway-daily homerow-mods
two words | home row | homerow-mods home-row-kit | skhd-moves ghostty-desk |
two words | tiling macos | aerospace-grid | skhd-moves mac-studio |
two words | vim server | vim-small | server-kit |
two words | mac setup | mac-studio brew-workbench mac-brewfile | aerospace-grid |
two words | rust cli | cargo-tools | | mise-runtimes
two words | directory bookmarks | jump-marks | |
two words | bash safety | bash-guard | |
two words | oled black | clear-night | |
two words | writing theme | inkwell | writers-room |
two words | starter kit | quiet-desk server-kit | home-row-kit |
two words | wayland desktop | evening-wayland hypr-tiles sway-daily niri-strip | home-row-kit | foot-min
two words | snippets java | four-snippets | | typescript-snippets
two words | scrolling wm | niri-strip | home-row-kit |
description | dark theme for kitty and nvim | $dark | | inkwell
description | theme for late evenings low blue | ember-hours | | evening-wayland
description | neovim config without plugins | nvim-quiet | vim-small | prose-nvim
description | what is listening on a port | port-who | |
description | shell history without duplicates | history-tidy | bash-guard | readline-comfort
description | backup home directory with rsync | backup-home | |
description | count words in markdown files | word-count | prose-nvim | writers-room
description | open repository page in browser | git-open | |
description | update all packages at once | sysup | |
description | prompt without icons or patched font | starship-quiet | omp-harbor bare-prompt |
description | prompt that shows git branch in fish | fish-lines | starship-quiet omp-harbor |
description | i3 keys on wayland | sway-daily | | i3-classic hypr-tiles niri-strip
description | keyboard modifiers on home row kanata | homerow-mods | home-row-kit |
description | tmux without plugins and status line | tmux-calm | | nvim-quiet
description | zed without telemetry and inline blame | zed-focus | |
description | colour blind friendly accessible theme | signal-green | clear-night tidewater moonpaper plumline inkwell ember-hours |
description | stop committing private keys and conflict marks | git-guard | |
description | vs code typescript snippets | typescript-snippets four-snippets | |
description | drop-down terminal with splits for mac | ghostty-desk | mac-studio |
description | everything to write prose in terminal | writers-room | prose-nvim inkwell |
stems | minimalist prompts | pure typewritten bare-prompt starship-quiet | omp-harbor spaceship fish-lines |
stems | themes | $dark inkwell alacritty-gallery | | helix-field
stems | prompts | $zshPrompts starship-quiet omp-harbor fish-lines | |
stems | snippet | four-snippets typescript-snippets | |
stems | git hook | git-guard | | push-gate
stems | writer | prose-nvim inkwell writers-room | word-count flatpak-studio |
stems | layouts | zellij-deck | | keyd-caps homerow-mods
stems | window managers | hypr-tiles sway-daily i3-classic niri-strip aerospace-grid | home-row-kit evening-wayland |
stems | multiplexers | tmux-calm zellij-deck screen-plain | wezterm-keys | quiet-desk server-kit
stems | bundles | $bundles | |
stems | backups | backup-home | | jump-marks
stems | abbreviation | fish-git-abbr | evening-wayland |
stems | package list | apt-server brew-workbench mac-brewfile cargo-tools npm-globals mise-runtimes flatpak-studio | |
stems | tile windows | hypr-tiles aerospace-grid | sway-daily i3-classic niri-strip mac-studio |
command | hgrep | history-tidy | |
command | hforget | history-tidy | |
command | install-chezmoi-verified | chezmoi-bootstrap | |
command | unmark | jump-marks | |
command | ggo | zsh-git-extras | |
command | fixup | git-short | |
command | gsw | fish-git-abbr | |
command | undo | git-short | | git-guard
command | gmain | fish-git-abbr | |
command | push-gate | push-gate | |
app | kitty | kitty-quiet | quiet-desk | $dark inkwell
app | nvim | nvim-quiet prose-nvim | | quiet-desk writers-room node-editorconfig brew-workbench
app | tmux | tmux-calm | | quiet-desk server-kit brew-workbench
app | vscode | four-snippets typescript-snippets | |
app | yabai | skhd-moves | |
app | foot | foot-min | | $dark inkwell sway-daily
app | screen | screen-plain | | sway-daily niri-strip signal-green
app | starship | starship-quiet | | quiet-desk brew-workbench mac-brewfile
app | oh my posh | omp-harbor | |
app | homebrew | brew-workbench mac-brewfile | sysup | mac-studio
app | vim | vim-small | nvim-quiet | prose-nvim server-kit
app | zsh | history-tidy jump-marks zsh-git-extras pure spaceship typewritten bare-prompt | | starship-quiet omp-harbor
app | ripgrep | cargo-tools brew-workbench | |
app | inkscape | flatpak-studio | |
app | waybar | hypr-tiles | |
app | postgresql | mac-brewfile | | readline-comfort
readme | gruvbox | alacritty-gallery | |
readme | dracula | alacritty-gallery | |
readme | tokyo night | alacritty-gallery | | clear-night
readme | mocha | catppuccin | |
readme | bitbucket | git-open | |
readme | dmenu | i3-classic | |
readme | grim slurp | sway-daily | |
readme | swaylock | sway-daily | |
readme | low vision | clear-night | |
readme | fuzzel | sway-daily hypr-tiles | |
readme | Ethan Schoonover | solarized-base16 | |
readme | front matter | word-count | |
readme | cluster context | spaceship | |
operator | kind:prompt minimal | pure typewritten bare-prompt starship-quiet | |
operator | app:kitty light | inkwell | tidewater moonpaper catppuccin base16-classics solarized-base16 |
operator | tag:wayland tiling | hypr-tiles sway-daily | niri-strip |
operator | author:linus server | bash-guard vim-small apt-server server-kit | |
operator | kind:git-config hooks | git-guard | |
operator | kind:theme appearance:light | inkwell | |
operator | shell:fish git | fish-git-abbr fish-lines | starship-quiet omp-harbor |
operator | kind:script tag:git | git-open push-gate | |
operator | tag:macos keyboard | karabiner-hyper | skhd-moves |
operator | kind:bundle calm | writers-room | quiet-desk |
`;
