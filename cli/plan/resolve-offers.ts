import type { Lock, Ref } from '../types';
import { newestFirst, satisfies } from './ranges';
import type { BundleChoice, Facts, ModuleSource, Offer, ResolveOptions } from './resolve-types';

const HOUR_MS = 3_600_000;

/** A version that may be tried. `locked` is what the lock says of it. */
export type Candidate = {
  version: string;
  locked: Lock['modules'][Ref] | null;
  refusal: { why: string; isYanked: boolean } | null;
};

function once<T>(answers: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(key, answer);
  return answer;
}

/** What can be had, newest first, each question asked once. */
export class Offers {
  private readonly asked = new Map<Ref, Promise<readonly Offer[] | null>>();
  private readonly known = new Map<string, Promise<Facts>>();
  private readonly disputes = new Map<string, Promise<readonly Ref[]>>();

  constructor(
    private readonly source: ModuleSource,
    private readonly options: ResolveOptions,
  ) {}

  /** Every version, newest first; null when there is no such module. */
  of(ref: Ref): Promise<readonly Offer[] | null> {
    return once(this.asked, ref, async () => {
      const offers = await this.source.offers(ref);
      return offers && [...offers].sort((a, b) => newestFirst(a.version, b.version));
    });
  }

  /** Asks ahead, so that the answers of many modules are under way at once. What fails is told to whoever asks again. */
  foretell(refs: Iterable<Ref>): void {
    for (const ref of refs) if (this.lockOf(ref) === null) this.of(ref).catch(() => undefined);
  }

  facts(ref: Ref, { version, locked }: Candidate, choice: BundleChoice): Promise<Facts> {
    // A lock does not say what else a bundle could give, so a choice among its modules asks the registry.
    const chooses = (choice.profile ?? null) !== null || choice.withOptional === true;
    if (locked !== null && !chooses) return Promise.resolve({ dependencies: locked.dependencies, bundle: null });
    return once(this.known, `${ref}@${version}`, () => this.source.facts(ref, version));
  }

  async conflicts(ref: Ref, version: string): Promise<ReadonlySet<Ref>> {
    return new Set(await once(this.disputes, `${ref}@${version}`, () => this.source.conflicts(ref, version)));
  }

  /** The locked version first when it fits, then all others, newest first. The registry is not asked while the lock will do. */
  async *candidates(ref: Ref, ranges: readonly string[]): AsyncGenerator<Candidate> {
    const locked = this.lockOf(ref);
    const fits = locked !== null && ranges.every((range) => satisfies(locked.version, range));
    if (fits) yield { version: locked.version, locked, refusal: null };
    for (const offer of (await this.of(ref)) ?? [])
      if (!fits || offer.version !== locked.version)
        yield { version: offer.version, locked: null, refusal: this.refusalOf(offer) };
  }

  private lockOf(ref: Ref): Lock['modules'][Ref] | null {
    const modules = this.options.lock?.modules ?? {};
    return Object.hasOwn(modules, ref) ? (modules[ref] ?? null) : null;
  }

  private refusalOf({ yanked, publishedAt }: Offer): Candidate['refusal'] {
    if (yanked !== null) return { why: `was yanked: ${yanked || 'no reason was given'}`, isYanked: true };
    const { minimumAgeHours, now } = this.options;
    const hours = (now - Date.parse(publishedAt)) / HOUR_MS;
    // A time that cannot be read makes a version no older.
    if (minimumAgeHours <= 0 || hours >= minimumAgeHours) return null;
    const why = `was published less than ${minimumAgeHours} h ago, and younger versions are not taken (minimumReleaseAge)`;
    return { why, isYanked: false };
  }
}
