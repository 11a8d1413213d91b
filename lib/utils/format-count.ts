/** A count, exact with thin groups up to 9,999 and shortened from there: `12.3k`, `4.1M`. */
export function formatCount(count: number): string {
  if (count < 10_000) return count.toLocaleString('en');
  const [value, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  return `${value < 100 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)}${unit}`;
}
