function fish_prompt --description 'Two lines: where and what, then the mark'
    set -l last $status
    set -l mark_color cyan
    test $last -ne 0; and set mark_color red

    echo
    set_color blue
    echo -n (prompt_pwd --full-length-dirs 2)
    set_color brblack
    set -l branch (git symbolic-ref --quiet --short HEAD 2>/dev/null)
    if test -n "$branch"
        echo -n " on $branch"
        git diff --quiet --ignore-submodules HEAD 2>/dev/null; or echo -n ' with changes'
    end
    if test "$CMD_DURATION" -gt 5000
        set_color yellow
        echo -n ' after '(math -s0 $CMD_DURATION / 1000)' s'
    end
    echo
    set_color $mark_color
    echo -n '❯ '
    set_color normal
end
