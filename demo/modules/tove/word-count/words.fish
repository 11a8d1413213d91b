complete -c words -d 'Count the words of Markdown files' -k -a '(__fish_complete_suffix .md)'
