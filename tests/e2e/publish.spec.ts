import type { Page } from '@playwright/test';
import { packPure, type Upload } from './support/archives';
import { expect, newName, signIn, test } from './support/fixtures';

const NEW = '/dashboard/modules/new';
const choose = (page: Page, archive: Upload) => page.getByLabel('Archive', { exact: true }).setInputFiles(archive);
const publish = (page: Page) => page.getByRole('button', { name: /^Publish/ });
/** The PUTs of the browser to the storage, which is another origin than the site. */
const STORAGE = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+\/[^/]+\/uploads\//;

test('an author publishes an archive that has its manifest, and everybody finds it', async ({ page, request }) => {
  const author = newName('author');
  await signIn(page, author, '/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('link', { name: 'Publish your first module' }).click();
  await choose(page, await packPure('pure.tgz', { name: `@${author}/quiet` }));
  await expect(page.getByText(`@${author}/quiet`)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'creates pure.zsh' }).last()).toBeVisible();
  await publish(page).click();
  await expect(page.getByText(`@${author}/quiet 1.28.3 is published`)).toBeVisible();
  await page.getByRole('link', { name: 'Go to the module' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quiet line' })).toBeVisible();
  await expect
    .poll(async () => (await (await request.get(`/api/v1/modules?author=${author}`)).json()).items.length)
    .toBe(1);
});

test('an author who has no manifest fills one in, with the keyboard alone', async ({ page, request }) => {
  const author = newName('keys');
  await signIn(page, author, NEW);
  await choose(page, await packPure('pure-prompt-1.28.3.tgz'));
  await expect(page.getByText('This archive has no dotkit.json yet')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('pure-prompt');
  await expect(page.getByLabel('Licence')).toHaveValue('MIT');

  await publish(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('One thing needs your attention')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Shell plugin/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Prompt/ })).toBeChecked();
  await page.getByRole('checkbox', { name: 'zsh' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Engine')).toBeFocused();
  await page.keyboard.type('pure');
  await page.getByLabel('Who sees it').focus();
  await page.keyboard.type('unl');
  await publish(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`@${author}/pure-prompt 1.28.3 is published`)).toBeVisible();

  const module = await (await request.get(`/api/v1/modules/${author}/pure-prompt`)).json();
  expect(module).toMatchObject({ kind: 'prompt', license: 'MIT', prompt: { shells: ['zsh'], engine: 'pure' } });
  expect(module.writes.map((write: { dest: string }) => write.dest)).toContain('{config}/pure-prompt/pure.zsh');
});

test('a refusal stands at its field, with the file and the line, and what was typed stays', async ({ page }) => {
  const author = newName('careful');
  await signIn(page, author, NEW);

  await choose(page, { name: 'notes.tgz', mimeType: 'application/gzip', buffer: Buffer.from('not an archive') });
  await expect(page.getByText('This is not a gzip-compressed tar archive.')).toBeVisible();

  await choose(page, await packPure('pure.tgz', { name: `@${author}/quiet`, license: 'Mine' }));
  await expect(page.getByText('dotkit.json:7')).toBeVisible();
  await expect(publish(page)).toBeHidden();

  await choose(page, await packPure('pure.tgz', { name: '@ada/quiet' }));
  await publish(page).click();
  await expect(page.getByText(`Publish under @${author}. Change it in dotkit.json.`)).toBeVisible();

  const files = [{ src: 'gone.zsh', dest: '{config}/gone.zsh' }];
  await choose(page, await packPure('pure.tgz', { name: `@${author}/quiet`, files }));
  await publish(page).click();
  await expect(page.getByText('was refused')).toBeVisible();
  await expect(page.getByText('There is no file “gone.zsh” in the archive.')).toBeVisible();

  await choose(page, await packPure('pure-prompt-1.0.0.tgz'));
  await page.getByRole('radio', { name: /Prompt/ }).check();
  await page.getByLabel('Summary').fill('Typed by hand.');
  await page.getByLabel('Version').fill('one');
  await publish(page).click();
  await expect(page.getByText('Not a version of semver 2.0.0, such as 1.4.0.').last()).toBeVisible();
  await expect(page.getByLabel('Summary')).toHaveValue('Typed by hand.');
});

test.describe('on a bad network', () => {
  test.use({ tolerated: /net::ERR_CONNECTION_FAILED/ });

  test('an upload shows how far it is, can be cancelled, and goes on after the network failed', async ({ page }) => {
    const author = newName('patient');
    await signIn(page, author, NEW);
    let network: 'held' | 'cut' | 'open' = 'held';
    await page.route(STORAGE, (route) => {
      if (route.request().method() !== 'PUT' || network === 'open') return route.continue();
      return network === 'cut' ? route.abort('connectionfailed') : undefined;
    });
    await choose(page, await packPure('pure.tgz', { name: `@${author}/quiet` }));
    await publish(page).click();
    await expect(page.getByRole('progressbar', { name: /Sending the archive/ })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Nothing was published, and everything that you chose is still here.')).toBeVisible();

    network = 'cut';
    await page.getByRole('button', { name: 'Send it after all' }).click();
    await expect(page.getByText('The upload stopped')).toBeVisible();
    network = 'open';
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(`@${author}/quiet 1.28.3 is published`)).toBeVisible();
  });
});

test('a version number is used once, and the next version begins at the last one', async ({ page }) => {
  const author = newName('again');
  await signIn(page, author, NEW);
  const archive = await packPure('pure.tgz', { name: `@${author}/quiet` });
  await choose(page, archive);
  await publish(page).click();
  await page.getByRole('link', { name: 'Manage it' }).click();

  await choose(page, archive);
  await publish(page).click();
  await expect(page.getByText('This version exists already. Change it in dotkit.json.')).toBeVisible();

  await choose(page, await packPure('pure.tgz'));
  await expect(page.getByLabel('Version', { exact: true })).toHaveValue('1.28.4');
  await expect(page.getByLabel('Engine')).toHaveValue('pure');
  await publish(page).click();
  await expect(page.getByText(`@${author}/quiet 1.28.4 is published`)).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an author publishes by a plain form, and a refusal keeps what was typed', async ({ page }) => {
    const author = newName('plain');
    const archive = await packPure('pure.tgz', { name: `@${author}/quiet` });
    await signIn(page, author, NEW);
    await page.getByLabel('Name').fill(`@${author}/quiet`);
    await page.getByLabel('Version').fill('one');
    await page.getByLabel('Who sees it').selectOption('unlisted');
    await choose(page, archive);
    await publish(page).click();
    await expect(page.getByText('Not a version of semver 2.0.0, such as 1.4.0.')).toBeVisible();
    await expect(page.getByLabel('Name')).toHaveValue(`@${author}/quiet`);
    await expect(page.getByLabel('Who sees it')).toHaveValue('unlisted');

    await page.getByLabel('Version').fill('1.28.3');
    await choose(page, archive);
    await publish(page).click();
    await page.getByRole('link', { name: 'See what the verifier says' }).click();
    await expect(page.getByText(`@${author}/quiet 1.28.3 is published`)).toBeVisible();
  });
});
