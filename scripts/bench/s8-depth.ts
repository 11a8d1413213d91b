import { compareReads, startReader } from './reader';
import { OTHER_READS, SEARCH_CLASSES } from './search-classes';
import { atMost, type Bench, given, type Row } from './settings';

const DEEPEST = 200_000;
const SMALL = 1000;
const READS = [...Object.keys(SEARCH_CLASSES), ...Object.keys(OTHER_READS), 'suggestions', 'module and version'];

/** S8: what depth and size cost, nothing shared cached. */
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
    for (const read of READS) {
      const grown = await compareReads(
        () => large.read(read),
        () => small.read(read),
        settings,
      );
      rows.push({
        goal: 'S8',
        what: `growth ${Math.min(SMALL, settings.modules)} → ${settings.modules}: ${read}, p50`,
        ...atMost(grown.ratio, 1.5),
        method: `two databases of one engine, in turn, uncached, ${grown.figures}`,
      });
    }
    return rows;
  } finally {
    large.stop();
    small.stop();
  }
};
