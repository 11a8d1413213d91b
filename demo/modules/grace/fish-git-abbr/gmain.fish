function gmain --description 'Switch to the main branch, whatever it is called'
    set -l head (git symbolic-ref --quiet --short refs/remotes/origin/HEAD 2>/dev/null)
    if test -n "$head"
        git switch (string replace 'origin/' '' -- $head)
        return
    end
    for name in main master trunk
        if git show-ref --quiet --verify refs/heads/$name
            git switch $name
            return
        end
    end
    echo 'gmain: no main branch found' >&2
    return 1
end
