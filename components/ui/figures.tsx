import { formatBytes } from '@/lib/utils/format-bytes';
import { formatCount } from '@/lib/utils/format-count';

/** A size in binary units, exact on hover. */
export function Bytes({ size }: { size: number }) {
  return <span title={`${size.toLocaleString('en')} bytes`}>{formatBytes(size)}</span>;
}

/** A count, shortened above 10,000 and then exact on hover. */
export function Count({ value }: { value: number }) {
  return <span title={value < 10_000 ? undefined : value.toLocaleString('en')}>{formatCount(value)}</span>;
}
