import { compareReads, INSIDE, percentile, startReader } from './reader';
import { OTHER_READS, SEARCH_CLASSES } from './search-classes';
import { atLeast, atMost, type Bench, given, median, type Row, reported } from './settings';

const MIDDLE = 10_000;
const TEXT_TIMES = 6;
const SAMPLES = 200;
const MB = 1_000_000;

/** S5: the search API over a large catalogue against the same over ten thousand modules; and what the index alone takes. */
export const measureSearch: Bench = async (settings) => {
  const large = await startReader(given('MONGODB_URI'));
  const middle = await startReader(given('BENCH_MIDDLE_MONGODB_URI'));
  const size = `${settings.modules} ÷ ${Math.min(MIDDLE, settings.modules)} modules`;
  try {
    const rows: Row[] = [];
    const [all, worst] = [[] as number[], { ratio: 0, name: '', figures: '' }];
    for (const name of Object.keys(SEARCH_CLASSES)) {
      const grown = await compareReads(
        () => large.read(name),
        () => middle.read(name),
        settings,
      );
      all.push(...grown.mine);
      if (grown.ratio > worst.ratio) Object.assign(worst, { ratio: grown.ratio, name, figures: grown.figures });
      rows.push(reported('S5', `${name}: ${size}, p50`, grown.ratio.toFixed(2), grown.figures));
      const inside = await compareReads(
        () => large.read(INSIDE + name),
        () => middle.read(INSIDE + name),
        settings,
      );
      rows.push(reported('S5', `${name}, inside: ${size}, p50`, inside.ratio.toFixed(2), inside.figures));
    }
    const ping = median(await large.read('ping', 0, SAMPLES));
    const slowest = percentile(all, 0.99);
    return [
      {
        goal: 'S5',
        what: `search API: ${size}, p50, worst of 7 classes`,
        ...atMost(worst.ratio, 1.5),
        method: `${worst.name}, ${worst.figures}`,
      },
      {
        goal: 'S5',
        what: 'search API, p99 of all classes ÷ ping of the database',
        ...atMost(slowest / ping, 10),
        method: `${slowest.toFixed(2)} ms ÷ ${ping.toFixed(2)} ms`,
      },
      ...rows,
    ];
  } finally {
    large.stop();
    middle.stop();
  }
};

/** S6: the text index of the database against ours, two frequent words, page, total and facets. */
export const measureTextSearch: Bench = async (settings) => {
  const reader = await startReader(given('MONGODB_URI'));
  try {
    const ours = median(await reader.read(`${INSIDE}two frequent words`, 0, SAMPLES));
    const theirs = median(await reader.read('$text by score', 0, settings.rounds > 3 ? TEXT_TIMES : 3));
    return [
      {
        goal: 'S6',
        what: `$text by score ÷ ours, two frequent words, ${settings.modules} modules`,
        ...atLeast(theirs / ours, 2000),
        method: `24 rows, total and facets, p50: ${theirs.toFixed(0)} ms ÷ ${ours.toFixed(2)} ms`,
      },
    ];
  } finally {
    reader.stop();
  }
};

/** What a person waits for, reads one by one; and what the index costs the process that holds it. */
export const measureReads: Bench = async (settings) => {
  const reader = await startReader(given('MONGODB_URI'));
  try {
    const rows: Row[] = [
      reported(
        'reads',
        `reading ${settings.modules} modules in`,
        `${reader.loadedSeconds.toFixed(1)} s`,
        `the process then holds ${Math.round(reader.memoryBytes / MB)} MB, ${Math.round(reader.memoryBytes / settings.modules)} B a module`,
      ),
    ];
    const names = [...Object.keys(OTHER_READS), ...Object.keys(SEARCH_CLASSES), 'suggestions', 'a module', 'ping'];
    for (const name of names) {
      const first = (await reader.read(name, 0, 1))[0] ?? 0;
      const samples = await reader.read(name, 0, SAMPLES);
      const figures = [0.5, 0.95, 0.99].map((share) => percentile(samples, share).toFixed(2)).join(' / ');
      rows.push(
        reported('reads', `${name}: p50 / p95 / p99`, `${figures} ms`, `the first, cold: ${first.toFixed(2)} ms`),
      );
    }
    const deep = await reader.read('page', 24 * 500, SAMPLES);
    const figures = [0.5, 0.95, 0.99].map((share) => percentile(deep, share).toFixed(2)).join(' / ');
    rows.push(
      reported(
        'reads',
        'a hundred rows from row 12,000 on, by cursor: p50 / p95 / p99',
        `${figures} ms`,
        'reached by real cursors',
      ),
    );
    return rows;
  } finally {
    reader.stop();
  }
};
