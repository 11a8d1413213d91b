import type { Page } from '@playwright/test';
import { type HandbookBlock, handbookBlocks, handbookPages, isPromised } from '../support/handbook-steps';
import { expect, newName, signIn, test } from './support/fixtures';
import { type Ended, ScratchHome } from './support/scratch-home';

/** A token as a reader makes it: on the page that the handbook names. */
async function makeToken(page: Page, owner: string): Promise<string> {
  await signIn(page, owner, '/dashboard/tokens');
  await page.getByLabel('Name').fill('handbook');
  for (const scope of ['read', 'publish', 'manage']) await page.getByRole('checkbox', { name: scope }).check();
  await page.getByRole('button', { name: 'Create token' }).click();
  return (await page.getByText(/^dk_[\w-]{48}$/).textContent()) ?? '';
}

/** Where somebody who reads the page agrees to a question, the test agrees beforehand. */
const agreed = (code: string) => code.replace(/^npx dotkit (?!.*--yes).*$/gm, '$& --yes');

async function carryOut(block: HandbookBlock, home: ScratchHome, own: (text: string) => string): Promise<Ended> {
  const code = own(block.marks.has('answer') ? agreed(block.code) : block.code);
  const ended = await home.run(code);
  const said = `${block.where}\n${code}\n${ended.stdout}\n${ended.stderr}`;
  expect(ended.exitCode, said).toBe(Number(block.marks.get('exit') ?? 0));
  return ended;
}

for (const name of handbookPages()) {
  const blocks = handbookBlocks(name);
  if (!blocks.some(({ purpose }) => purpose === 'run')) continue;

  test(`every command of ${name} does what the page says`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const owner = newName('reader');
    const own = (text: string) =>
      text
        .replaceAll('https://dotkit.example', baseURL ?? '')
        .replaceAll('@you/', `@${owner}/`)
        .replaceAll('/you/', `/${owner}/`);
    const home = new ScratchHome({ DOTKIT_TOKEN: await makeToken(page, owner) });
    let last: Ended | undefined;
    try {
      for (const block of blocks) {
        if (block.purpose === 'file') home.write(block.marks.get('file') ?? '', own(block.code));
        else if (block.purpose === 'run') last = await carryOut(block, home, own);
        else if (block.purpose === 'output') {
          const promised = own(block.code);
          expect(isPromised(last?.stdout ?? '', promised), `${block.where}\n${promised}\n--\n${last?.stdout}`).toBe(
            true,
          );
        }
      }
    } finally {
      home.remove();
    }
  });
}
