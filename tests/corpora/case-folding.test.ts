import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldCase } from '@/lib/archive/paths/fold-case';

import { corporaFolder } from '../support/archives/corpora';

const folder = corporaFolder();
/** Younger than this runtime's tables; paths with such characters are refused as unassigned. */
const UNASSIGNED = /\p{Cn}/u;

const text = (codes: string): string =>
  String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16)));

describe.runIf(folder !== null)('CaseFolding.txt', () => {
  it('every common, simple and full folding is one key', () => {
    const rows = readFileSync(join(folder ?? '', 'text/unicode/CaseFolding.txt'), 'utf8')
      .split('\n')
      .filter((line) => /^[0-9A-F]/.test(line))
      .map((line) => line.split('; '))
      .filter(([, status]) => status === 'C' || status === 'F' || status === 'S');
    const apart: string[] = [];
    let younger = 0;
    for (const [code = '', , folded = ''] of rows) {
      const pair = [text(code), text(folded)] as const;
      if (UNASSIGNED.test(pair.join(''))) younger += 1;
      else if (foldCase(`a/${pair[0]}`) !== foldCase(`a/${pair[1]}`)) apart.push(code);
    }
    console.log(`case folding: ${rows.length} rows, ${younger} younger than this runtime, ${apart.length} apart`);
    expect(apart).toEqual([]);
    expect(rows.length).toBeGreaterThan(1500);
  });
});
