import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { formatDate } from '@/lib/utils/format-date';
import type { DownloadDaysDto } from '@/types/module';

const WIDTH = 272;
const HEIGHT = 76;
const TOP = 6;
const DAY_MS = 86_400_000;
const WEEK = 7;

const dayAfter = (first: string, days: number) => new Date(Date.parse(first) + days * DAY_MS).toISOString();
const exact = (value: number) => value.toLocaleString('en');
/** Hundredths of a unit are finer than any screen. */
const rounded = (path: string | null) =>
  (path ?? '').replace(/\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))));

/** Whole weeks, counted back from today, newest first. */
function weeksOf({ first, counts }: DownloadDaysDto): { from: string; sum: number }[] {
  const weeks: { from: string; sum: number }[] = [];
  for (let end = counts.length; end > 0; end -= WEEK) {
    const start = Math.max(0, end - WEEK);
    weeks.push({ from: dayAfter(first, start), sum: counts.slice(start, end).reduce((sum, count) => sum + count, 0) });
  }
  return weeks;
}

function Drawing({ first, counts, total }: DownloadDaysDto & { total: number }) {
  const most = Math.max(...counts);
  const x = scaleLinear([0, counts.length - 1], [0, WIDTH]);
  const y = scaleLinear([0, most], [HEIGHT - 1, TOP]);
  const points = [...counts.entries()];
  const shape = { x: ([at]: [number, number]) => x(at), y: ([, count]: [number, number]) => y(count) };
  const fill = area<[number, number]>().x(shape.x).y0(HEIGHT).y1(shape.y).curve(curveMonotoneX)(points);
  const edge = line<[number, number]>().x(shape.x).y(shape.y).curve(curveMonotoneX)(points);
  const peak = counts.indexOf(most);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="dl-title dl-desc">
      <title id="dl-title">{`Downloads a day over the last ${counts.length} days`}</title>
      <desc id="dl-desc">
        {`${exact(total)} in all. The most on one day were ${exact(most)}, on ${formatDate(dayAfter(first, peak))}.`}
      </desc>
      <path d={rounded(fill)} />
      <path d={rounded(edge)} />
      <circle cx={x(peak).toFixed(1)} cy={y(most).toFixed(1)} r="2.5" />
    </svg>
  );
}

/** Downloads of each of the last ninety days, drawn here and also told as a table. */
export function DownloadChart({ days }: { days: DownloadDaysDto }) {
  const total = days.counts.reduce((sum, count) => sum + count, 0);
  if (total === 0)
    return (
      <p className="text-sm text-ink-2">None in the last {days.counts.length} days. The first one starts the line.</p>
    );
  return (
    <>
      <Drawing {...days} total={total} />
      <p className="axis">
        <span>{formatDate(days.first)}</span>
        <span>today</span>
      </p>
      <p className="text-sm text-ink-2">
        <b>{exact(total)}</b> in {days.counts.length} days, at most {exact(Math.max(...days.counts))} a day.
      </p>
      <details className="fold">
        <summary>Week by week</summary>
        <table className="nums">
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col">Downloads</th>
            </tr>
          </thead>
          <tbody>
            {weeksOf(days).map(({ from, sum }) => (
              <tr key={from}>
                <th scope="row">{formatDate(from)}</th>
                <td>{exact(sum)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
