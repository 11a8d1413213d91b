import type { Page } from '@playwright/test';
import type { ModuleKind } from '@/types/module-kind';
import { packFiles } from './support/archives';
import { expect, newName, signIn, test } from './support/fixtures';

type Sample = { radio: RegExp; files: Record<string, string>; fill: (page: Page) => Promise<void> };

const CONF = { 'main.conf': 'background #101513\n' };
const list = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const text = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
const grey = (step: number) => `#${(step * 16).toString(16).padStart(2, '0').repeat(3)}`;

/** What an author types at least for each kind. A new kind does not compile until somebody shows that its form works. */
const SAMPLES = {
  'shell-plugin': {
    radio: /Shell plugin/,
    files: { 'tidy.zsh': 'alias ll="ls -l"\n' },
    fill: async (page) => {
      await page.getByRole('checkbox', { name: 'zsh' }).check();
      await text(page, /^Entry files/).fill('tidy.zsh');
      await text(page, /^Aliases/).fill('ll = ls -l');
    },
  },
  prompt: {
    radio: /Prompt/,
    files: { 'line.zsh': 'PROMPT="> "\n' },
    fill: async (page) => {
      await page.getByRole('checkbox', { name: 'zsh' }).check();
      await list(page, 'Engine').selectOption('native');
      await text(page, /^What it looks like/).fill('\\e[35m❯\\e[0m ');
    },
  },
  'editor-config': {
    radio: /Editor config/,
    files: { 'init.lua': 'vim.o.number = true\n' },
    fill: async (page) => {
      await list(page, 'Editor').selectOption('neovim');
      await list(page, 'Role').selectOption('config');
      await text(page, /^Key maps/).fill('n = <leader>ff = find files');
    },
  },
  'multiplexer-config': {
    radio: /Multiplexer/,
    files: CONF,
    fill: async (page) => {
      await list(page, 'Multiplexer').selectOption('tmux');
      await list(page, 'Role').selectOption('config');
    },
  },
  'git-config': {
    radio: /Git config/,
    files: CONF,
    fill: async (page) => {
      await page.getByRole('checkbox', { name: 'aliases' }).check();
      await text(page, /^Aliases/).fill('st = status --short');
    },
  },
  'color-theme': {
    radio: /Colour theme/,
    files: CONF,
    fill: async (page) => {
      await list(page, 'Appearance').selectOption('dark');
      await text(page, /^Background/).fill('#101513');
      await text(page, /^Foreground/).fill('#e3ebe6');
      await text(page, /^The sixteen/).fill(Array.from({ length: 16 }, (_, step) => grey(step)).join('\n'));
    },
  },
  'terminal-config': {
    radio: /Terminal config/,
    files: CONF,
    fill: async (page) => {
      await list(page, 'Terminal').selectOption('kitty');
      await text(page, /^Opacity/).fill('0.9');
    },
  },
  'wm-config': {
    radio: /Window manager/,
    files: CONF,
    fill: async (page) => {
      await list(page, 'Window manager').selectOption('sway');
    },
  },
  'package-list': {
    radio: /Package list/,
    files: { 'README.md': '# Tools\n' },
    fill: async (page) => {
      await list(page, 'Package manager').selectOption('brew');
      await text(page, /^Packages/).fill('ripgrep = searches the notes\nfd');
    },
  },
  script: {
    radio: /Script/,
    files: { 'bin/hello': '#!/bin/sh\necho hello\n' },
    fill: async (page) => {
      await text(page, /^Interpreter/).fill('sh');
      await page.getByRole('textbox', { name: 'Commands', exact: true }).fill('hello = bin/hello = says hello');
    },
  },
  'input-config': {
    radio: /Input config/,
    files: CONF,
    fill: async (page) => {
      await list(page, 'Engine').selectOption('kanata');
    },
  },
  bundle: {
    radio: /Bundle/,
    files: { 'README.md': '# Evening\n' },
    fill: async (page) => {
      await page.getByRole('textbox', { name: 'Modules', exact: true }).fill('@ada/tidewater = *');
    },
  },
} satisfies Record<ModuleKind, Sample>;

for (const [kind, { radio, files, fill }] of Object.entries<Sample>(SAMPLES)) {
  test(`an author without a manifest publishes a ${kind}`, async ({ page, request }) => {
    const author = newName('kind');
    await signIn(page, author, '/dashboard/modules/new');
    const archive = await packFiles('evening-1.0.0.tgz', files);
    await page.getByLabel('Archive', { exact: true }).setInputFiles(archive);
    await page.getByRole('radio', { name: radio }).check();
    await page.getByLabel('Summary').fill('For the evening.');
    await page.getByLabel('Licence').fill('MIT');
    await fill(page);
    await page.getByLabel('Who sees it').selectOption('unlisted');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByText(`@${author}/evening 1.0.0 is published`)).toBeVisible();
    expect((await (await request.get(`/api/v1/modules/${author}/evening`)).json()).kind).toBe(kind);
  });
}
