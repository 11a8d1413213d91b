import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Terminal } from './support/command';
import { expect, newName, signIn, test } from './support/fixtures';

/** Two releases of a prompt that thousands of people use, as its author packed them. */
const OLD = 'node_modules/pure-prompt-1-27';
const NEW = 'node_modules/pure-prompt-1-28';

test('an author publishes from the terminal, and somebody installs, edits, updates, goes back and leaves', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const author = newName('shell');
  const folder = mkdtempSync(join(tmpdir(), 'dotkit-author-'));
  const terminal = new Terminal(baseURL ?? '', folder);
  const ref = `@${author}/pure`;
  const inHome = (path: string) => join(terminal.home, path);

  await test.step('sign in on the device', async () => {
    const login = terminal.start('login');
    await expect.poll(login.said).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(login.said())?.[0] ?? '';
    await signIn(page, author, '/dashboard');
    await page.goto(`/device?user_code=${code}`);
    await expect(page.getByText(code)).toBeVisible();
    await page.getByRole('button', { name: 'Approve' }).click();
    const ended = await login.ended;
    expect(ended, ended.err).toMatchObject({ code: 0 });
    expect(await terminal.run(0, 'whoami')).toContain(author);
    expect(lstatSync(inHome('.config/dotkit/credentials.json')).mode & 0o777).toBe(0o600);
  });

  const manifestPath = join(folder, 'dotkit.json');
  await test.step('draft a manifest, pack and publish', async () => {
    cpSync(OLD, folder, { recursive: true, dereference: true });
    symlinkSync('pure.zsh', join(folder, 'prompt_pure_setup'));
    mkdirSync(join(folder, '.git'));
    await terminal.run(0, 'init', '--yes', '--namespace', author);
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    expect(manifest).toMatchObject({ kind: 'prompt', version: '1.27.1', license: 'MIT', prompt: { shells: ['zsh'] } });
    manifest.name = ref;
    manifest.files = [
      { src: 'pure.zsh', dest: '{config}/zsh/pure/pure.zsh' },
      { src: 'async.zsh', dest: '{config}/zsh/pure/async.zsh' },
      { src: 'prompt_pure_setup', dest: '{data}/zsh/functions/prompt_pure_setup', mode: 'link' },
      { dest: '{home}/.zshrc', mode: 'source-line', line: 'source ~/.config/zsh/pure/pure.zsh' },
    ];
    writeFileSync(manifestPath, JSON.stringify(manifest, null, 2));
    expect(await terminal.run(0, 'pack', '--out', 'pure.tgz')).toContain('.git');
    expect(await terminal.run(0, 'publish', 'pure.tgz', '--yes')).toContain('published');
    rmSync(join(folder, 'pure.tgz'));
    await expect.poll(() => terminal.run(0, 'search', `author:${author}`)).toContain(ref);
  });

  const rc = '# mine\nalias gs="git status"';
  await test.step('a conflict writes nothing', async () => {
    mkdirSync(inHome('.config/zsh/pure'), { recursive: true });
    writeFileSync(inHome('.zshrc'), rc, { mode: 0o640 });
    writeFileSync(inHome('.config/zsh/pure/pure.zsh'), 'my own prompt\n', { mode: 0o600 });
    mkdirSync(inHome('.config/zsh/pure/async.zsh'));
    const before = terminal.tree();
    expect(await terminal.run(3, 'install', ref, '--yes')).toContain('async.zsh');
    expect(terminal.tree()).toEqual(before);
    rmSync(inHome('.config/zsh/pure/async.zsh'), { recursive: true });
  });

  const asBefore = terminal.tree();
  const prompt = inHome('.config/zsh/pure/pure.zsh');
  await test.step('install shows the plan first, then replaces with a backup', async () => {
    expect(await terminal.run(2, 'install', ref, '--dry-run')).toContain('~/.config/zsh/pure/pure.zsh');
    expect(terminal.tree()).toEqual(asBefore);
    await terminal.run(0, 'install', ref, '--yes');
    expect(readFileSync(prompt, 'utf8')).toBe(readFileSync(join(OLD, 'pure.zsh'), 'utf8'));
    expect(readFileSync(inHome('.zshrc'), 'utf8')).toBe(`${rc}\nsource ~/.config/zsh/pure/pure.zsh\n`);
    expect(readFileSync(inHome('.local/share/zsh/functions/prompt_pure_setup'), 'utf8')).toContain('prompt_pure');
    expect(await terminal.run(0, 'list')).toContain(ref);
    await terminal.run(0, 'status');
    expect(await terminal.run(0, 'install', ref, '--dry-run')).toContain('Nothing');
  });

  const edit = '\n# my own ending\nPROMPT+=" "\n';
  await test.step('an own edit is drift, and shows in the difference', async () => {
    writeFileSync(prompt, readFileSync(prompt, 'utf8') + edit);
    expect(await terminal.run(1, 'status')).toContain('pure.zsh');
    expect(await terminal.run(1, 'diff')).toContain('+# my own ending');
  });

  await test.step('the update brings the new release and keeps the edit', async () => {
    cpSync(NEW, folder, { recursive: true, dereference: true, filter: (path) => !path.endsWith('prompt_pure_setup') });
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    writeFileSync(manifestPath, JSON.stringify({ ...manifest, version: '1.28.3' }, null, 2));
    await terminal.run(0, 'publish', '--yes');
    expect(await terminal.run(0, 'outdated')).toContain('1.28.3');
    await terminal.run(0, 'update', '--yes');
    expect(readFileSync(prompt, 'utf8')).toBe(readFileSync(join(NEW, 'pure.zsh'), 'utf8') + edit);
  });

  await test.step('go back to the old release with the edit, and then forward to conflict', async () => {
    await terminal.run(0, 'rollback', '--yes');
    expect(readFileSync(prompt, 'utf8')).toBe(readFileSync(join(OLD, 'pure.zsh'), 'utf8') + edit);
    const contrary = readFileSync(join(OLD, 'pure.zsh'), 'utf8').replace('via SSH.', 'via any shell.');
    writeFileSync(prompt, contrary);
    expect(await terminal.run(3, 'update', '--yes')).toContain('.dotkit-new');
    expect(readFileSync(prompt, 'utf8')).toBe(contrary);
    expect(readFileSync(`${prompt}.dotkit-new`, 'utf8')).toBe(readFileSync(join(NEW, 'pure.zsh'), 'utf8'));
    rmSync(`${prompt}.dotkit-new`);
    expect(await terminal.run(1, 'verify')).toContain('pure.zsh');
  });

  await test.step('leaving restores every byte', async () => {
    writeFileSync(prompt, readFileSync(join(NEW, 'pure.zsh'), 'utf8'));
    await terminal.run(0, 'uninstall', ref, '--yes');
    expect(terminal.tree()).toEqual(asBefore);
    expect(await terminal.run(0, 'history')).toContain('uninstall');
    await terminal.run(0, 'rollback', '0', '--yes');
    expect(terminal.tree()).toEqual(asBefore);
    await terminal.run(0, 'doctor');
  });

  await test.step('withdraw a version', async () => {
    await terminal.run(0, 'yank', `${ref}@1.28.3`, '--reason', 'Breaks without a network.');
    expect(await terminal.run(6, 'install', `${ref}@1.28.3`, '--yes')).toContain('Breaks without a network.');
    await terminal.run(0, 'install', ref, '--yes');
    expect(readFileSync(prompt, 'utf8')).toBe(readFileSync(join(OLD, 'pure.zsh'), 'utf8'));
    await terminal.run(0, 'export', '--to', 'chezmoi', '--out', join(folder, 'source'));
    await terminal.run(0, 'logout');
  });
});
