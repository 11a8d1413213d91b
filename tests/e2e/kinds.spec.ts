import { expect, test } from './support/fixtures';

/** For each kind, a module of the demo catalogue and what only its kind shows. */
const KINDS: [kind: string, path: string, shown: RegExp[]][] = [
  ['colour theme', '/@ada/tidewater', [/Text \d+\.\d to 1 \(AA/, /Ready for/]],
  ['prompt', '/@ada/starship-quiet', [/Segments/, /Engine\s*starship/]],
  ['shell plugin', '/@linus/bash-guard', [/Aliases/, /Functions/]],
  ['git config', '/@linus/git-short', [/git fixup/, /Aliases/]],
  ['editor config', '/@ada/nvim-quiet', [/Key maps/, /Editor\s*neovim/]],
  ['multiplexer', '/@ada/tmux-calm', [/Key bindings/, /prefix/]],
  ['terminal', '/@ada/kitty-quiet', [/Key bindings/, /Terminal\s*kitty/]],
  ['window manager', '/@linus/sway-daily', [/Components/, /Super/]],
  ['package list', '/@brightside/mac-brewfile', [/What you would type/, /\$ brew install/]],
  ['script', '/@linus/port-who', [/Commands/, /\$ port-who/]],
  ['input config', '/@kestrel/homerow-mods', [/Layers/]],
  ['bundle', '/@ada/quiet-desk', [/Members/, /Profiles/]],
];

for (const [kind, path, shown] of KINDS)
  test(`a ${kind} shows what only a ${kind} has`, async ({ page }) => {
    await page.goto(path);
    const panel = page.locator('#kind');
    for (const text of shown) await expect(panel).toContainText(text);
  });

test('a theme is worn by a terminal and by code, for each variant', async ({ page }) => {
  await page.goto('/@ada/tidewater');
  for (const variant of ['Ebb', 'Flood']) {
    await expect(page.getByRole('img', { name: `A terminal in ${variant}` })).toBeVisible();
    await expect(page.getByRole('img', { name: `Code in ${variant}` })).toBeVisible();
  }
});

test('the members of a bundle are their own cards', async ({ page }) => {
  await page.goto('/@ada/quiet-desk');
  const card = page.locator('#kind').getByRole('listitem').filter({ hasText: '@ada/tmux-calm' }).first();
  await card.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/@ada\/tmux-calm$/);
});
