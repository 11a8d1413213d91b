import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../lib/project.mjs';

/** Every name that the product calls `failPoint` with, read from its source, so that a new one is drilled unasked. */
export function failPoints(): string[] {
  const files = readdirSync(inRoot('lib'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const calls = files.flatMap((file) => [
    ...readFileSync(inRoot('lib', file), 'utf8').matchAll(/failPoint\('([^']+)'\)/g),
  ]);
  return [...new Set(calls.flatMap(([, name]) => name ?? []))];
}
