# history-tidy: one history for all windows, without repetition, without secrets typed after a space.
HISTFILE="${XDG_STATE_HOME:-$HOME/.local/state}/zsh/history"
HISTSIZE=100000
SAVEHIST=100000
[[ -d ${HISTFILE:h} ]] || mkdir -p -- "${HISTFILE:h}"

setopt extended_history       # time and duration of each command
setopt share_history          # windows see each other's commands
setopt hist_ignore_all_dups   # the newest of equal commands stays
setopt hist_ignore_space      # a leading space keeps a command out
setopt hist_reduce_blanks
setopt hist_verify            # !! is shown before it runs

# Short commands are quicker typed than searched.
zshaddhistory() {
  emulate -L zsh
  local line=${1%%$'\n'}
  [[ ${#line} -ge 4 && $line != (ls|cd|pwd|exit|clear)( *|) ]]
}

# hgrep WORD…  lines of the history that hold all words, newest last
hgrep() {
  emulate -L zsh
  local -a lines=("${(@f)$(fc -lnr 1)}")
  local word
  for word in "$@"; do lines=("${(@M)lines:#*$word*}"); done
  print -rl -- "${(@Oa)lines}" | tail -n 40
}

# hforget WORD  removes lines that hold the word, after asking
hforget() {
  emulate -L zsh
  [[ -n $1 ]] || { print -u2 'usage: hforget WORD'; return 64; }
  fc -W
  local count
  count=$(grep -c -F -- "$1" "$HISTFILE") || { print 'nothing found'; return 0; }
  read -q "?forget $count lines? [y/N] " || return 1
  local kept
  kept=$(mktemp "$HISTFILE.XXXXXX") || return 1
  grep -v -F -- "$1" "$HISTFILE" > "$kept"
  mv -- "$kept" "$HISTFILE" && fc -R
}

autoload -Uz up-line-or-beginning-search down-line-or-beginning-search
zle -N up-line-or-beginning-search
zle -N down-line-or-beginning-search
bindkey '^[[A' up-line-or-beginning-search
bindkey '^[[B' down-line-or-beginning-search

alias h='fc -l -25'
