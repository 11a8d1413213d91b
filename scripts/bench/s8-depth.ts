import { compareReads, INSIDE, startReader } from './reader';
import { OTHER_READS, SEARCH_CLASSES } from './search-classes';
import { atMost, type Bench, given, type Row, reported } from './settings';

const DEEPEST = 200_000;
const SMALL = 1000;
const LISTS = [...Object.keys(SEARCH_CLASSES), ...Object.keys(OTHER_READS)];

/** S8: what depth and size cost every read of the API, nothing shared cached; and what of it is the index. */
export const measureDepth: Bench = async (settings) => {
  const large = await startReader(given('MONGODB_URI'));
  const small = await startReader(given('BENCH_SMALL_MONGODB_URI'));
  try {
    const depth = Math.min(DEEPEST, Math.floor(settings.modules * 0.9));
    const deep = await compareReads(
      () => large.read('page', depth),
      () => large.read('page', 0),
      settings,
    );
    const rows: Row[] = [
      {
        goal: 'S8',
        what: `page at depth ${depth} ÷ page at the beginning, p50`,
        ...atMost(deep.ratio, 1.1),
        method: `reached by real cursors, twelve pages in turn, none in a cache, ${deep.figures}`,
      },
    ];
    const growth = (read: string) =>
      compareReads(
        () => large.read(read),
        () => small.read(read),
        settings,
      );
    const size = `growth ${Math.min(SMALL, settings.modules)} → ${settings.modules}`;
    for (const read of [...LISTS, 'suggestions', 'a module']) {
      const { ratio, figures } = await growth(read);
      const method = `two databases of one engine, in turn, uncached, ${figures}`;
      rows.push({ goal: 'S8', what: `${size}: ${read}, p50`, ...atMost(ratio, 1.5), method });
    }
    for (const read of LISTS) {
      const { ratio, figures } = await growth(INSIDE + read);
      rows.push(reported('S8', `${size}: ${read}, inside, p50`, ratio.toFixed(2), figures));
    }
    return rows;
  } finally {
    large.stop();
    small.stop();
  }
};
