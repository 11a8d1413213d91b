import { breathe } from './breathe';
import type { Lexicon } from './lexicon';
import { SORT_FIELDS, type SortField } from './search-index';
import type { Segment } from './segment';
import { SegmentBuilder } from './segment-builder';

const BREATH = 5000;

/** From lists of modules by term back to lists of terms by module. */
function entriesByModule({ parts, count }: Segment) {
  const ends = new Uint32Array(count + 1);
  for (const doc of parts.docs) ends[doc + 1] = (ends[doc + 1] ?? 0) + 1;
  for (let doc = 0; doc < count; doc += 1) ends[doc + 1] = (ends[doc + 1] ?? 0) + (ends[doc] ?? 0);
  const next = ends.slice();
  const [terms, masks] = [new Uint32Array(parts.docs.length), new Uint8Array(parts.docs.length)];
  parts.terms.forEach((term, index) => {
    for (let at = parts.offsets[index] ?? 0; at < (parts.offsets[index + 1] ?? 0); at += 1) {
      const doc = parts.docs[at] ?? 0;
      const slot = next[doc] ?? 0;
      terms[slot] = term;
      masks[slot] = parts.masks[at] ?? 0;
      next[doc] = slot + 1;
    }
  });
  return function* (doc: number): Generator<readonly [number, number]> {
    for (let at = ends[doc] ?? 0; at < (ends[doc + 1] ?? 0); at += 1) yield [terms[at] ?? 0, masks[at] ?? 0];
  };
}

/** One segment with everything that is still live in several. Nothing may be removed from them meanwhile. */
export async function mergeSegments(segments: Segment[], lexicon: Lexicon, now: number): Promise<Segment> {
  const builder = new SegmentBuilder(lexicon, now);
  for (const segment of segments) {
    const entriesOf = entriesByModule(segment);
    const { ids, values, quality, nameHashes, labels } = segment.parts;
    for (let doc = 0; doc < segment.count; doc += 1) {
      if (doc % BREATH === BREATH - 1) await breathe();
      if (!segment.isLive(doc)) continue;
      builder.addParts(
        ids.subarray(3 * doc, 3 * doc + 3),
        Object.fromEntries(SORT_FIELDS.map((field) => [field, values[field][doc] ?? 0])) as Record<SortField, number>,
        quality[doc] ?? 0,
        nameHashes[doc] ?? 0,
        entriesOf(doc),
        segment.facetsOf(doc),
        labels.at(doc),
      );
    }
  }
  return builder.build();
}
