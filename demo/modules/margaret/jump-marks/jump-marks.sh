# jump-marks: names for directories. Works in zsh and bash.
JUMP_MARKS="${XDG_DATA_HOME:-$HOME/.local/share}/jump-marks"

if [ -n "${ZSH_VERSION:-}" ]; then
  fpath+=("${XDG_DATA_HOME:-$HOME/.local/share}/zsh/site-functions")   # before compinit
fi

# mark [NAME]  remembers this directory
mark() {
  local name="${1:-$(basename -- "$PWD")}"
  case $name in
    '' | .* | */*) echo "mark: not a name: $name" >&2; return 64 ;;
  esac
  mkdir -p -- "$JUMP_MARKS" && ln -sfn -- "$PWD" "$JUMP_MARKS/$name" && echo "$name -> $PWD"
}

# jump NAME[/below]  goes there
jump() {
  local name="${1%%/*}" below=''
  case ${1:-} in
    */*) below="/${1#*/}" ;;
  esac
  if [ ! -L "$JUMP_MARKS/$name" ]; then
    echo "jump: no mark named '$name'" >&2
    return 1
  fi
  cd -- "$(readlink -- "$JUMP_MARKS/$name")$below" || return
}

unmark() { rm -f -- "$JUMP_MARKS/${1:?usage: unmark NAME}"; }

marks() {
  local one
  for one in "$JUMP_MARKS"/*; do
    [ -L "$one" ] && printf '%-16s %s\n' "$(basename -- "$one")" "$(readlink -- "$one")"
  done
}

alias j=jump
