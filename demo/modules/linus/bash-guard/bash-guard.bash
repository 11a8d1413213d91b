# bash-guard: defaults that stop an accident. Interactive shells only.
[[ $- == *i* ]] || return 0

set -o noclobber                 # > refuses to overwrite; >| means it
shopt -s histappend checkwinsize globstar cdspell no_empty_cmd_completion

HISTSIZE=50000
HISTFILESIZE=50000
HISTCONTROL=ignoreboth:erasedups
HISTTIMEFORMAT='%F %T  '

alias cp='cp -i'
alias mv='mv -i'
alias ln='ln -i'
alias ..='cd ..'
alias ...='cd ../..'
alias ll='ls -lh --group-directories-first'

# mkcd DIRECTORY
mkcd() { mkdir -p -- "$1" && cd -- "$1" || return; }

# extract ARCHIVE  into a folder named after it, never into the current one
extract() {
  local archive=${1:?usage: extract ARCHIVE} folder
  folder=$(basename -- "$archive")
  folder=${folder%%.tar.*}
  folder=${folder%.*}
  mkdir -- "$folder" || return
  case $archive in
    *.tar | *.tar.* | *.tgz) tar -xf "$archive" -C "$folder" ;;
    *.zip) unzip -q "$archive" -d "$folder" ;;
    *) echo "extract: unknown kind of archive: $archive" >&2; rmdir -- "$folder"; return 1 ;;
  esac
}

# A root shell is red, so that nobody forgets.
if [[ $EUID -eq 0 ]]; then
  PS1='\[\e[1;31m\]\h:\w# \[\e[0m\]'
fi
