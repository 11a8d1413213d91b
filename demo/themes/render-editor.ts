import { ANSI_NAMES, ansi, mix, type Variant } from './palette';

export function helix({ name, palette }: Variant): string {
  const [red, green, yellow, blue, magenta, cyan] = [1, 2, 3, 4, 5, 6].map((index) => ansi(palette, index));
  return `# ${name}
"ui.background" = { bg = "background" }
"ui.text" = "foreground"
"ui.text.focus" = { fg = "accent", modifiers = ["bold"] }
"ui.cursor" = { fg = "background", bg = "cursor" }
"ui.cursor.match" = { fg = "accent", modifiers = ["underlined"] }
"ui.cursorline.primary" = { bg = "raised" }
"ui.selection" = { bg = "selection" }
"ui.linenr" = "faint"
"ui.linenr.selected" = "foreground"
"ui.statusline" = { fg = "foreground", bg = "raised" }
"ui.statusline.inactive" = { fg = "faint", bg = "raised" }
"ui.popup" = { bg = "raised" }
"ui.menu" = { fg = "foreground", bg = "raised" }
"ui.menu.selected" = { fg = "background", bg = "accent" }
"ui.window" = "faint"
"ui.virtual" = "faint"

"comment" = { fg = "faint", modifiers = ["italic"] }
"keyword" = "magenta"
"function" = "blue"
"type" = "cyan"
"string" = "green"
"constant" = "yellow"
"constant.numeric" = "yellow"
"variable" = "foreground"
"variable.parameter" = "foreground"
"operator" = "faint"
"punctuation" = "faint"
"tag" = "red"
"attribute" = "yellow"
"namespace" = "cyan"
"markup.heading" = { fg = "accent", modifiers = ["bold"] }
"markup.link.url" = { fg = "blue", modifiers = ["underlined"] }
"markup.raw" = "green"
"diff.plus" = "green"
"diff.minus" = "red"
"diff.delta" = "yellow"
"error" = "red"
"warning" = "yellow"
"info" = "blue"
"hint" = "cyan"
"diagnostic.error" = { underline = { color = "red", style = "curl" } }
"diagnostic.warning" = { underline = { color = "yellow", style = "curl" } }

[palette]
background = "${palette.background}"
foreground = "${palette.foreground}"
raised = "${mix(palette.background, palette.foreground, 0.07)}"
faint = "${mix(palette.background, palette.foreground, 0.6)}"
selection = "${palette.selection}"
cursor = "${palette.cursor}"
accent = "${palette.accent}"
red = "${red}"
green = "${green}"
yellow = "${yellow}"
blue = "${blue}"
magenta = "${magenta}"
cyan = "${cyan}"
`;
}

export function zellij({ slug, palette }: Variant): string {
  const colors = ANSI_NAMES.map((color, index) => `        ${color} "${ansi(palette, index)}"`).join('\n');
  return `themes {
    ${slug} {
        fg "${palette.foreground}"
        bg "${palette.selection}"
${colors}
        orange "${palette.accent}"
    }
}
`;
}

export function xresources({ name, palette }: Variant): string {
  const colors = palette.ansi.map((color, index) => `*.color${index}: ${color}`).join('\n');
  return `! ${name}
*.background: ${palette.background}
*.foreground: ${palette.foreground}
*.cursorColor: ${palette.cursor}
${colors}
`;
}
