import { describe, expect, it } from 'vitest';
import { drawImage } from '@/lib/infra/social-image';
import { drawable } from '@/lib/utils/drawable';
import { escapeXml, jsonForScript } from '@/lib/utils/escape-markup';

const HOSTILE = '</script><script>alert(1)</script><!--<script>\u2028\u2029&amp;';

describe('JSON inside a script element', () => {
  it('holds nothing that ends the element or opens a comment, and is still the same JSON', () => {
    const text = jsonForScript({ name: HOSTILE });
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual({ name: HOSTILE });
  });
});

describe('text in XML', () => {
  it('escapes markup and drops what XML cannot hold', () => {
    expect(escapeXml(`a<b>&"c'\u0000\u000b\ufffe\ud800]]>`)).toBe('a&lt;b&gt;&amp;&quot;c&apos;]]&gt;');
    expect(escapeXml('emoji 🦊 stays')).toBe('emoji 🦊 stays');
  });
});

describe('text in a picture', () => {
  it.each([
    ['Dracula Pro', 'Dracula Pro'],
    ['Łódź naïve', 'ódz naïve'],
    ['🦊🦊', ''],
    ['\u202eabc\u202c\u200b\u200d', 'abc'],
    ['مرحبا', ''],
    ['漢字 kanji', ' kanji'],
    ['❯ git', '> git'],
    ['\ue0b0 main', ' main'],
    ['\u0000\u001b[31m', '[31m'],
  ])('%j is drawn as %j', (text, drawn) => expect(drawable(text, 60)).toBe(drawn));
  it('has an end', () => expect(drawable('x'.repeat(10_000), 20)).toHaveLength(20));
});

it('draws every sign that it lets through without asking the network for a typeface', async () => {
  let signs = '';
  for (let code = 0; code <= 0xffff; code += 1) signs += drawable(String.fromCharCode(code), 4);
  const asked: string[] = [];
  const known = globalThis.fetch;
  globalThis.fetch = (input) => {
    asked.push(String(input));
    return known(input);
  };
  const faces = ['Sans', 'Mono'].map((fontFamily) => (
    <div key={fontFamily} style={{ display: 'flex', width: '100%', fontFamily, wordBreak: 'break-all' }}>
      {[...new Set(signs)].join('')}
    </div>
  ));
  const answer = await drawImage(<div style={{ display: 'flex', flexDirection: 'column' }}>{faces}</div>);
  globalThis.fetch = known;
  const png = Buffer.from(await answer.arrayBuffer());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
});
