# bare-prompt for bash: the same line, with git's own prompt helper when there is one.
__bare_prompt() {
  local code=$? branch='' failed=''
  branch=$(git symbolic-ref --quiet --short HEAD 2>/dev/null) && branch=" $branch"
  [ "$code" -ne 0 ] && failed="\[\e[31m\]$code\[\e[0m\] "
  PS1="${SSH_CONNECTION:+\[\e[90m\]\h \[\e[0m\]}\[\e[36m\]\w\[\e[90m\]$branch\[\e[0m\] $failed\\\$ "
}
PROMPT_DIRTRIM=3
PROMPT_COMMAND=__bare_prompt
