import { beforeAll, expect, it } from 'vitest';
import { listModules } from '@/lib/discovery/queries';
import type { ModulePage } from '@/types/module';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

/** More than a process keeps. */
const MODULES = 4100;

beforeAll(() => seedCatalogue(MODULES));

const next = ({ nextCursor }: ModulePage, limit: number) =>
  listModules({ sort: 'new', limit, ...(nextCursor ? { cursor: nextCursor } : {}) });

it('shows a whole page when room is made for one half of it and the other half is the oldest that is kept', async () => {
  const first = await listModules({ sort: 'new', limit: 50 });
  let page = await listModules({ sort: 'new', limit: 100 });
  while (page.nextCursor) page = await next(page, 100);
  expect((await next(first, 100)).items).toHaveLength(100);
});
