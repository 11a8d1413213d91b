import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { revealHidden } from '@/lib/utils/reveal-hidden';

/** One line of code: class, text, class, text … An empty class is plain text, `z` the name of a character that does not show. */
export type CodeLine = string[];

const MAX_CHARACTERS = 60_000;
const MAX_LINES = 1500;

/** The theme's variables as class letters: the palette stays in the style sheet, and pages stay small. */
const CLASSES: Record<string, string> = {
  'var(--c-token-constant)': 'n',
  'var(--c-token-string)': 's',
  'var(--c-token-string-expression)': 's',
  'var(--c-token-comment)': 'c',
  'var(--c-token-keyword)': 'k',
  'var(--c-token-parameter)': '',
  'var(--c-token-function)': 'f',
  'var(--c-token-punctuation)': 'p',
  'var(--c-token-link)': 's',
  'var(--c-token-inserted)': 'i',
  'var(--c-token-deleted)': 'd',
};

let loading: Promise<HighlighterCore> | undefined;

function loadHighlighter(): Promise<HighlighterCore> {
  loading ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine({ forgiving: true }),
    themes: [createCssVariablesTheme({ name: 'site', variablePrefix: '--c-' })],
    langs: [
      import('shiki/langs/shellscript.mjs'),
      import('shiki/langs/fish.mjs'),
      import('shiki/langs/lua.mjs'),
      import('shiki/langs/viml.mjs'),
      import('shiki/langs/toml.mjs'),
      import('shiki/langs/ini.mjs'),
      import('shiki/langs/json.mjs'),
      import('shiki/langs/yaml.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/css.mjs'),
      import('shiki/langs/nix.mjs'),
      import('shiki/langs/kdl.mjs'),
      import('shiki/langs/diff.mjs'),
      import('shiki/langs/markdown.mjs'),
    ],
  });
  return loading;
}

const plainLines = (code: string): CodeLine[] => code.split('\n').map((line) => (line ? ['', line] : []));

function revealed(line: CodeLine): CodeLine {
  return line.flatMap((text, at) => {
    if (at % 2 === 0) return [];
    return revealHidden(text).flatMap((piece) => [piece.hidden ? 'z' : (line[at - 1] ?? ''), piece.text]);
  });
}

/**
 * Code as lines of classed runs, with the names of characters that would not show in their place. Text in no known language,
 * or too long to be worth a visitor's wait, comes back plain.
 */
export async function highlight(code: string, language: string | null): Promise<CodeLine[]> {
  return (await classed(code, language)).map(revealed);
}

async function classed(code: string, language: string | null): Promise<CodeLine[]> {
  const text = code.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const tooLong = text.length > MAX_CHARACTERS || text.split('\n', MAX_LINES + 1).length > MAX_LINES;
  if (!language || tooLong) return plainLines(text);
  const { tokens } = (await loadHighlighter()).codeToTokens(text, { lang: language, theme: 'site' });
  return tokens.map((line) => {
    const runs: CodeLine = [];
    for (const { color, content } of line) {
      const name = CLASSES[color ?? ''] ?? '';
      const last = runs.length - 2;
      if (last >= 0 && (runs[last] === name || content.trim() === '')) runs[last + 1] += content;
      else runs.push(name, content);
    }
    return runs;
  });
}
