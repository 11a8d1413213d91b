function fish_right_prompt --description 'The time, in grey'
    set_color brblack
    date +%H:%M
    set_color normal
end
