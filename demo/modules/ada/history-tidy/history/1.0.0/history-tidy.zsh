# history-tidy: one history for all windows, without repetition.
HISTFILE="${XDG_STATE_HOME:-$HOME/.local/state}/zsh/history"
HISTSIZE=50000
SAVEHIST=50000
[[ -d ${HISTFILE:h} ]] || mkdir -p -- "${HISTFILE:h}"
setopt extended_history share_history hist_ignore_all_dups hist_ignore_space hist_reduce_blanks
alias h='fc -l -25'
