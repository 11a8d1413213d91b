'use client';

import { useCallback, useRef, useState } from 'react';
import { readTarball, type Tarball, UnreadableTarball } from '@/lib/utils/read-tarball';

export type ChosenArchive =
  | { status: 'none' }
  | { status: 'reading'; file: File }
  | { status: 'unreadable'; file: File; message: string }
  | ReadArchive;
export type ReadArchive = { status: 'read'; file: File; tarball: Tarball };

/**
 * The archive that the author chose, read in the browser. A later choice overtakes one that is still being read. `lastRead`
 * stays while the next one is read, so that what was typed about it stays too.
 */
export function useTarball() {
  const [archive, setArchive] = useState<ChosenArchive>({ status: 'none' });
  const [lastRead, setLastRead] = useState<ReadArchive | null>(null);
  const latest = useRef<File | null>(null);

  const choose = useCallback(async (file: File): Promise<void> => {
    latest.current = file;
    setArchive({ status: 'reading', file });
    const next = await readTarball(file).then(
      (tarball): ChosenArchive => ({ status: 'read', file, tarball }),
      (error: unknown): ChosenArchive => ({
        status: 'unreadable',
        file,
        message: error instanceof UnreadableTarball ? error.message : 'The file could not be read. Choose it again.',
      }),
    );
    if (latest.current !== file) return;
    setArchive(next);
    if (next.status === 'read') setLastRead(next);
  }, []);

  const clear = useCallback(() => {
    latest.current = null;
    setArchive({ status: 'none' });
    setLastRead(null);
  }, []);

  return { archive, lastRead, choose, clear };
}
