import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import type { ReactElement } from 'react';
import { Semaphore } from './semaphore';

export const IMAGE_SIZE = { width: 1200, height: 630 };

const FACES = [
  { name: 'Sans', family: 'next', weight: 400 },
  { name: 'Sans', family: 'next', weight: 700 },
  { name: 'Mono', family: 'mono', weight: 400 },
  { name: 'Mono', family: 'mono', weight: 700 },
] as const;

const fileOf = (family: string, weight: number) =>
  join(
    process.cwd(),
    `node_modules/@fontsource/atkinson-hyperlegible-${family}/files/atkinson-hyperlegible-${family}-latin-${weight}-normal.woff`,
  );

const loadFaces = () =>
  Promise.all(
    FACES.map(async ({ name, family, weight }) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await readFile(fileOf(family, weight)),
    })),
  );

let faces: ReturnType<typeof loadFaces> | undefined;

/** Drawing takes a processor for a fifth of a second: one at a time, so that a crawler never slows the pages down. */
const turn = new Semaphore(1);

/**
 * A PNG of 1200 × 630 from elements with inline styles, in the typefaces that ship with the app. Its text must have gone
 * through `drawable`, so that nothing is ever fetched for it.
 */
export async function drawImage(element: ReactElement): Promise<Response> {
  faces ??= loadFaces();
  const fonts = await faces;
  const bytes = await turn.run(() => new ImageResponse(element, { ...IMAGE_SIZE, fonts }).arrayBuffer());
  return new Response(bytes, { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' } });
}
