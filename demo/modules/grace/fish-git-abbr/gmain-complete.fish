complete -c gmain -f -d 'Switch to the main branch'
