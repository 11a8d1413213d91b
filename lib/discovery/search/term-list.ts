import type { Bitmap } from './bitmap';
import { contains, seek } from './intersect';

/** An ascending list of modules of one segment. */
export interface DocList {
  /** How many there are, at most. */
  readonly size: number;
  /** The same as bits, where the list is long. */
  readonly words: Uint32Array | null;
  readonly docs: Uint32Array;
  /** Whether asking for one module is quicker than going through the list. */
  readonly isQuick: boolean;
  has(doc: number): boolean;
}

/** The modules that have a term, by number, and where it stands in each: a bit for each of FIELDS. */
export class TermList implements DocList {
  constructor(
    readonly docs: Uint32Array,
    readonly masks: Uint8Array,
    readonly bitmap: Bitmap | null = null,
  ) {}

  get size(): number {
    return this.docs.length;
  }

  get isQuick(): boolean {
    return this.bitmap !== null;
  }

  get words(): Uint32Array | null {
    return this.bitmap?.words ?? null;
  }

  has(doc: number): boolean {
    return this.bitmap ? this.bitmap.has(doc) : contains(this.docs, doc);
  }

  /** Calls back for every module of an ascending list that has the term, with its place in that list. */
  visit(among: Uint32Array, found: (at: number, mask: number) => void): void {
    const { docs, masks, bitmap } = this;
    if (bitmap && docs.length > among.length) {
      for (let at = 0; at < among.length; at += 1) {
        const place = bitmap.placeOf(among[at] ?? 0);
        if (place >= 0) found(at, masks[place] ?? 0);
      }
      return;
    }
    // The shorter of the two leads.
    const end = seek(docs, 0, (among[among.length - 1] ?? 0) + 1);
    if (end < among.length) {
      for (let place = 0, at = 0; place < end; place += 1) {
        at = seek(among, at, docs[place] ?? 0);
        if (among[at] === docs[place]) found(at, masks[place] ?? 0);
      }
      return;
    }
    for (let at = 0, place = 0; at < among.length && place < end; at += 1) {
      place = seek(docs, place, among[at] ?? 0);
      if (docs[place] === among[at]) found(at, masks[place] ?? 0);
    }
  }
}
