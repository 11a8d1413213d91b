import { manifestBytes, SAMPLES } from './manifests';
import { entry, GNU, longName, pax, tarOf, V7 } from './tar-bytes';

const manifest = manifestBytes(SAMPLES['shell-plugin']);
const LONG = `functions/${'long-name-'.repeat(12)}.zsh`;
const readme = `# Sample\n${'text\n'.repeat(300)}`;

/** Valid modules in every form that the reader knows: the stock from which mutants are made. */
export const VALID_TARS: Readonly<Record<string, Buffer>> = {
  ustar: tarOf(
    entry({ name: 'dotkit.json', body: manifest }),
    entry({ name: 'main.conf', body: 'alias ll="ls -l"\n' }),
    entry({ name: 'functions/', type: '5', mode: 0o755 }),
    entry({ name: 'f.zsh', prefix: 'functions', body: readme, mode: 0o755 }),
    entry({ name: 'empty' }),
  ),
  pax: tarOf(
    pax({ comment: 'f00d' }, 'g'),
    pax({ mtime: '1700000000.5' }),
    entry({ name: './dotkit.json', body: manifest }),
    pax({ path: `./${LONG}`, uname: 'ada' }),
    entry({ name: `./${LONG}`.slice(0, 100), body: 'x' }),
    entry({ name: './main.conf', body: 'x' }),
    pax({ path: './ünï.txt' }),
    entry({ name: './n.txt', body: readme }),
  ),
  gnu: tarOf(
    entry({ name: 'dotkit.json', body: manifest, magic: GNU }),
    longName(LONG),
    entry({ name: LONG.slice(0, 100), body: 'x', magic: GNU }),
    entry({ name: 'main.conf', body: 'x', magic: GNU }),
  ),
  v7: tarOf(
    entry({ name: 'package/', type: '5', mode: 0o755, magic: V7 }),
    entry({ name: 'package/dotkit.json', body: manifest, magic: V7 }),
    entry({ name: 'package/._main.conf', body: 'fork', magic: V7 }),
    entry({ name: 'package/main.conf', body: 'x', magic: V7, type: '\u0000' }),
  ),
};
