import { describe, expect, it } from 'vitest';
import { contrastRatio, readableOn } from '@/lib/utils/contrast';
import { formatBytes } from '@/lib/utils/format-bytes';
import { formatCount } from '@/lib/utils/format-count';
import { formatDate } from '@/lib/utils/format-date';
import { formatRelative } from '@/lib/utils/format-relative';
import { namespaceOf } from '@/lib/utils/namespace-of';

describe('figures as people read them', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [150 * 1024, '150 KiB'],
    [20 * 1024 * 1024, '20.0 MiB'],
  ])('%i bytes are %s', (size, text) => expect(formatBytes(size)).toBe(text));

  it.each([
    [9999, '9,999'],
    [10_000, '10k'],
    [12_345, '12.3k'],
    [999_499, '999k'],
    [999_500, '1M'],
    [4_120_000, '4.1M'],
  ])('a count of %i is %s', (count, text) => expect(formatCount(count)).toBe(text));

  it('names the UTC day', () => {
    expect(formatDate('2026-11-03T23:59:59.000Z')).toBe('3 Nov 2026');
    expect(formatDate('not a time')).toBe('not a time');
  });

  const now = Date.UTC(2026, 10, 21, 12);
  it.each([
    ['2026-11-21T11:59:30Z', 'just now'],
    ['2026-11-21T11:59:00Z', '1 minute ago'],
    ['2026-11-21T12:05:00Z', 'in 5 minutes'],
    ['2026-11-20T10:00:00Z', '1 day ago'],
    ['2026-11-01T12:00:00Z', '3 weeks ago'],
    ['2026-05-21T12:00:00Z', '6 months ago'],
    ['2022-11-21T12:00:00Z', '4 years ago'],
  ])('%s was %s', (at, text) => expect(formatRelative(at, now)).toBe(text));

  it('computes contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#ffffff', '#777777')).toBe(contrastRatio('#777777', '#ffffff'));
  });

  it.each([
    ['@ada', 'ada'],
    ['%40ada', 'ada'],
    ['ada', null],
    ['@', null],
  ])('the segment %s is the namespace %s', (segment, namespace) => expect(namespaceOf(segment)).toBe(namespace));
});

describe('colours that carry text', () => {
  it.each([
    ['#121a17', '#6c6c6c'],
    ['#ffffff', '#eeeeee'],
    ['#86b4ee', '#c3d0c8'],
    ['#000000', '#000000'],
  ])('on %s, %s becomes readable', (ground, colour) => {
    expect(contrastRatio(readableOn(ground, colour), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves a readable colour as it is', () => expect(readableOn('#121a17', '#f08a80')).toBe('#f08a80'));
});
