import 'server-only';
import mongoose from 'mongoose';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import type { ClashDto, RelatedDto } from '@/types/relations';
import { RELATED_PROJECTION, type RelatedFields, refOf, toRelated } from './related';
import { neverMeet, occupiedBy } from './rules';

/** Claims asked for at once: below the number up to which the database merges index ranges in their order. */
const CLAIMS_AT_ONCE = 150;
/** Modules that one look at all claims brings. When it brings fewer, it brought all. */
const MOST_HOLDERS = 48;
/** Claims that are asked for one by one, when one of them is so common that it hides the others. */
const MOST_SINGLE = 40;
const SHOWN = 4;
const COUNT_BOUND = 100;
const MOST_CLASHES = 60;

const PROJECTION = { ...RELATED_PROJECTION, claims: 1, facets: 1 } as const;
type Holder = RelatedFields & Pick<ModuleDocument, 'claims' | 'facets'>;
/** `family`: the module itself, and what it needs or holds. Those are meant to be together. */
type Self = { family: ReadonlySet<string>; os: string[] };
type Held = { modules: RelatedDto[]; count: number; countIsBound: boolean };

const ORDER = { 'rank.trending': -1, _id: -1 } as const;
const osOf = ({ facets }: Holder) => facets.filter((term) => term.startsWith('os:')).map((term) => term.slice(3));

/** None of its own, and none that lives on other systems only. */
const meets = (self: Self) => (row: Holder) => !self.family.has(refOf(row)) && !neverMeet(osOf(row), self.os);

async function holdersOfAny(claims: string[], self: Self): Promise<{ rows: Holder[]; complete: boolean }> {
  const chunks: string[][] = [];
  for (let at = 0; at < claims.length; at += CLAIMS_AT_ONCE) chunks.push(claims.slice(at, at + CLAIMS_AT_ONCE));
  const found = await Promise.all(
    chunks.map((chunk) =>
      ModuleModel.find({ claims: mongoose.trusted({ $in: chunk }) }, PROJECTION)
        .sort(ORDER)
        .limit(MOST_HOLDERS)
        .lean<Holder[]>(),
    ),
  );
  return { rows: found.flat().filter(meets(self)), complete: found.every((rows) => rows.length < MOST_HOLDERS) };
}

/** The most popular holders of one claim, and how many there are up to a bound. */
async function holdersOf(claim: string, self: Self): Promise<Held> {
  const [rows, count] = await Promise.all([
    ModuleModel.find({ claims: claim }, PROJECTION)
      .sort(ORDER)
      .limit(SHOWN + 4)
      .lean<Holder[]>(),
    ModuleModel.countDocuments({ claims: claim }).limit(COUNT_BOUND + 1),
  ]);
  const others = rows.filter(meets(self));
  const known = rows.length < SHOWN + 4;
  return {
    modules: others.slice(0, SHOWN).map(toRelated),
    count: known ? others.length : Math.min(count - 1, COUNT_BOUND),
    countIsBound: !known && count > COUNT_BOUND,
  };
}

function held(claims: string[], rows: Holder[]): Map<string, Held> {
  const known = new Map<string, Holder[]>();
  const wanted = new Set(claims);
  for (const row of rows)
    for (const claim of row.claims) if (wanted.has(claim)) known.set(claim, [...(known.get(claim) ?? []), row]);
  return new Map(
    [...known].map(([claim, list]) => [
      claim,
      { modules: list.map(toRelated), count: list.length, countIsBound: false },
    ]),
  );
}

const claimsFor = ({ kind, what, programs }: { kind: string; what: string; programs: string[] }) =>
  programs.length > 0 ? programs.map((program) => `${kind}:${program} ${what}`) : [`${kind}:${what}`];

/** One row for each thing, whatever the number of programs in which it is taken. */
function toClashes(byClaim: Map<string, Held>): ClashDto[] {
  return occupiedBy(byClaim.keys()).map((thing) => {
    const all = claimsFor(thing).flatMap((claim) => byClaim.get(claim) ?? []);
    const modules = new Map(all.flatMap(({ modules }) => modules).map((one) => [`${one.namespace}/${one.name}`, one]));
    return {
      ...thing,
      modules: [...modules.values()].slice(0, SHOWN),
      count: Math.max(modules.size, ...all.map(({ count }) => count)),
      countIsBound: all.some(({ countIsBound }) => countIsBound),
    };
  });
}

/**
 * What others occupy too, each with its most popular holders. One indexed look when few modules share anything; when a
 * common claim would fill that, the first claims are looked up one by one, so that a rare clash is not lost behind it.
 */
export async function findClashes(claims: string[], self: Self): Promise<{ clashes: ClashDto[]; leftOut: number }> {
  if (claims.length === 0) return { clashes: [], leftOut: 0 };
  const { rows, complete } = await holdersOfAny(claims, self);
  const byClaim = held(claims, rows);
  if (!complete) {
    const singly = claims.slice(0, MOST_SINGLE);
    const answers = await Promise.all(singly.map((claim) => holdersOf(claim, self)));
    for (const [index, claim] of singly.entries()) {
      const answer = answers[index];
      if (answer && answer.modules.length > 0) byClaim.set(claim, answer);
      else byClaim.delete(claim);
    }
    // What was not asked for singly is known from the popular modules alone.
    for (const claim of claims.slice(MOST_SINGLE)) {
      const known = byClaim.get(claim);
      if (known) byClaim.set(claim, { ...known, countIsBound: true });
    }
  }
  const clashes = toClashes(byClaim);
  return { clashes: clashes.slice(0, MOST_CLASHES), leftOut: Math.max(0, clashes.length - MOST_CLASHES) };
}
