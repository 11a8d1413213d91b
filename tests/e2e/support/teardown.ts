import { rmSync } from 'node:fs';

/** The site of this run is gone; its data goes too. */
export default function teardown(): void {
  const dir = process.env.E2E_DATA_DIR;
  if (dir) rmSync(dir, { recursive: true, force: true });
}
