import { describe } from 'vitest';
import { MemoryIndex } from '@/lib/discovery/search/memory-index';
import { judge } from './contract';
import { NOW } from './rows';

describe('the index of a process', () => {
  const index = new MemoryIndex();
  judge({ index, feed: (rows) => index.apply(rows, NOW), begin: () => {} });
});
