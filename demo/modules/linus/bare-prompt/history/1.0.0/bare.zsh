# bare-prompt for zsh: two colours, no font, no fork unless there is a repository.
autoload -Uz vcs_info add-zsh-hook
zstyle ':vcs_info:*' enable git
zstyle ':vcs_info:git:*' check-for-changes true
zstyle ':vcs_info:git:*' unstagedstr '*'
zstyle ':vcs_info:git:*' stagedstr '+'
zstyle ':vcs_info:git:*' formats ' %b%u%c'

add-zsh-hook precmd vcs_info

setopt prompt_subst
_bare_host=
[[ -n $SSH_CONNECTION ]] && _bare_host='%m '
PROMPT='%F{8}${_bare_host}%f%F{6}%3~%f%F{8}${vcs_info_msg_0_}%f %(!.#.$) '
