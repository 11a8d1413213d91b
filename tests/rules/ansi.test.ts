import { describe, expect, it } from 'vitest';
import { parseAnsi } from '@/lib/utils/ansi';

const esc = (codes: string) => `\u001b[${codes}m`;

describe('parseAnsi', () => {
  it('splits text into styled spans and returns to plain', () => {
    expect(parseAnsi(`${esc('1;34')}~/src${esc('0')} ${esc('32')}❯${esc('39')} ls`)).toEqual([
      { text: '~/src', bold: true, fg: 4 },
      { text: ' ' },
      { text: '❯', fg: 2 },
      { text: ' ls' },
    ]);
  });

  it('reads bright, indexed and true colours, as text and as ground', () => {
    expect(parseAnsi(`${esc('91')}a${esc('38;5;208;48;2;1;2;300')}b${esc('38;5;9')}c${esc('48;5;244')}d`)).toEqual([
      { text: 'a', fg: 9 },
      { text: 'b', fg: '#ff8700', bg: '#0102ff' },
      { text: 'c', fg: 9, bg: '#0102ff' },
      { text: 'd', fg: 9, bg: '#808080' },
    ]);
  });

  it('drops every other sequence and never a letter of the text', () => {
    expect(parseAnsi(`a\u001b[2Jb\u001b]0;title\u0007c\u001b`).map((span) => span.text)).toEqual(['a', 'b', 'c']);
  });

  it('trims empty lines around the text and knows one kind of line end', () => {
    expect(parseAnsi('\n\r\na\r\nb \n')).toEqual([{ text: 'a\nb' }]);
  });

  it('keeps markup as text', () => {
    expect(parseAnsi('<script>alert(1)</script>')).toEqual([{ text: '<script>alert(1)</script>' }]);
  });

  it('is not confused by codes that end early', () => {
    expect(parseAnsi(`${esc('38;5')}a${esc('38;2;1')}b${esc(';;')}c`).map((span) => span.text)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
