# git abbreviations: they expand in the line, so history and scripts show real commands.
status is-interactive; or exit

abbr -a g    git
abbr -a gs   git status --short --branch
abbr -a ga   git add --patch
abbr -a gc   git commit --verbose
abbr -a gca  git commit --amend --no-edit
abbr -a gd   git diff
abbr -a gds  git diff --staged
abbr -a gl   git log --oneline --graph -20
abbr -a gp   git push
abbr -a gpf  git push --force-with-lease
abbr -a gpl  git pull --rebase --autostash
abbr -a gsw  git switch
abbr -a gnb  git switch --create
abbr -a grb  git rebase --interactive --autosquash
