import { CliError, EXIT } from '../errors';
import type { VariableValue } from '../types';
import { asText } from './states';

const TAG = /\{\{([^{}\n]*)\}\}/g;
const CONDITION = /^#if[ \t]+([A-Za-z_]\w*)$/;
/** A condition that stands alone on its line takes the line with it. */
const OWN_LINE = /^[ \t]*(\{\{[ \t]*(?:#if[ \t]+[A-Za-z_]\w*|\/if)[ \t]*\}\})[ \t]*(\r?)\n/gm;
/** Takes the place of the line feed that went, so that line numbers in messages stay those of the file. */
const LINE_GONE = '\u{ffff}';

type Values = Record<string, VariableValue>;

/**
 * A template with its values filled in: `{{ key }}`, and `{{#if key}}…{{/if}}` which may be nested. A condition holds unless its
 * value is false, empty or zero. There is nothing else, and no code. Texts are one character a byte.
 * Throws `incompatible` (exit 5) with file and line.
 */
export function render(template: string, values: Values, file: string): string {
  const source = template.replace(OWN_LINE, `$1${LINE_GONE}`);
  const open: { line: number; holds: boolean }[] = [];
  let [text, at, line] = ['', 0, 1];
  const refuse = (where: number, what: string): never => {
    throw new CliError('incompatible', EXIT.incompatible, `${file}, line ${where}: ${what}`);
  };
  const value = (key: string) =>
    Object.hasOwn(values, key) ? values[key] : refuse(line, `the template asks for “${key}”, which is no variable.`);
  const shown = (piece: VariableValue | undefined) => (open.every(({ holds }) => holds) ? asText(String(piece)) : '');
  const add = (piece: string) => {
    line += piece.split(/[\n\uffff]/).length - 1;
    if (open.every(({ holds }) => holds)) text += piece.replaceAll(LINE_GONE, '');
  };
  for (const match of source.matchAll(TAG)) {
    add(source.slice(at, match.index));
    at = match.index + match[0].length;
    const tag = (match[1] ?? '').trim();
    const condition = CONDITION.exec(tag)?.[1];
    if (condition !== undefined) open.push({ line, holds: Boolean(value(condition)) });
    else if (tag !== '/if') text += shown(value(tag));
    else if (open.pop() === undefined) refuse(line, 'this {{/if}} ends nothing.');
  }
  add(source.slice(at));
  const unclosed = open.pop();
  if (unclosed !== undefined) refuse(unclosed.line, 'this {{#if}} has no {{/if}}.');
  return text;
}
