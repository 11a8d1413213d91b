import 'server-only';
import { z } from 'zod';
import { DomainError } from '@/lib/errors';
import { cached, catalogueGeneration } from '@/lib/infra/cache';
import { cacheKeys } from '@/lib/infra/cache-keys';
import { withDatabase } from '@/lib/infra/mongo';
import { claimsOf, dependsOn } from '@/lib/manifest/claims';
import { parseRef } from '@/lib/manifest/names';
import type { Manifest } from '@/lib/manifest/schema';
import { ITEM_PROJECTION, type ItemFields, itemSchema, toItemDto } from '@/lib/modules/item';
import { getModule } from '@/lib/modules/queries';
import { isListed } from '@/lib/modules/rules';
import { getVersion } from '@/lib/versions/queries';
import type { ModuleDocument } from '@/models/module';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import type { ModuleDto, ModuleItemDto, VersionDto } from '@/types/module';
import type { ClashDto, OwnCheckDto, RelationsDto, TogetherDto } from '@/types/relations';
import { findClashes } from './clash-holders';
import { walkDependencies } from './dependency-walk';
import { drawGraph } from './graph';
import { checkAgainst } from './own-check';
import { parseOwnList } from './own-list';
import { RELATED_PROJECTION, type RelatedFields, refOf, relatedSchema, toRelated } from './related';
import type { OwnListInput } from './schema';
import { findTogether } from './together';

const LISTED_DEPENDENTS = 24;
const DEPENDENT_BOUND = 1000;
/** Members of a bundle that its page draws, and whose claims are its own. */
const MOST_MEMBERS = 24;

const object = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const clashesSchema = z.object({ clashes: z.array(object<ClashDto>()), leftOut: z.number() });
const togetherSchema = z.array(
  relatedSchema.extend({ collections: z.number(), bundles: z.number(), people: z.number() }),
);

type Whole = { module: ModuleDto; version: VersionDto; claims: string[] };

/** A bundle occupies what its public members do: installing it installs them. */
async function claimsOfMembers(refs: string[]): Promise<string[]> {
  const members = await Promise.all(
    refs.slice(0, MOST_MEMBERS).map(async (ref) => {
      const at = parseRef(ref);
      const member = at && (await load(at.namespace, at.name, null, false));
      return member && isListed(member.module) ? member.claims : [];
    }),
  );
  return [...new Set(members.flat())];
}

/** A module at its latest version, with what it occupies; null when there is none or the actor may not know of it. */
async function load(namespace: string, name: string, actor: Actor | null, deep = true): Promise<Whole | null> {
  const module = await getModule(namespace, name, actor);
  const version = module && (await getVersion(namespace, name, module.version, actor));
  if (!version) return null;
  const manifest = version.manifest as unknown as Manifest;
  const claims = claimsOf(manifest);
  if (manifest.kind !== 'bundle' || !deep) return { module, version, claims };
  const members = await claimsOfMembers(dependsOn(manifest));
  return { module, version, claims: [...new Set([...claims, ...members])] };
}

/** What a module would occupy that other public modules occupy too. Throws `not_found`. */
export async function listClashes(
  namespace: string,
  name: string,
  actor: Actor | null,
): Promise<{ clashes: ClashDto[]; leftOut: number }> {
  const whole = await load(namespace, name, actor);
  if (!whole) throw new DomainError('not_found');
  const { module, version, claims } = whole;
  const family = new Set([refOf(module), ...dependsOn(version.manifest as unknown as Manifest)]);
  const key = cacheKeys.relations(await catalogueGeneration(), 'clashes', refOf(module));
  return cached({ key, ttlSeconds: 120, staleSeconds: 600, schema: clashesSchema }, () =>
    withDatabase(() => findClashes(claims, { family, os: module.requires.os ?? [] })),
  );
}

async function dependentsOf(ref: string) {
  const [rows, count] = await Promise.all([
    ModuleModel.find({ dependsOn: ref }, RELATED_PROJECTION)
      .sort({ 'rank.trending': -1, _id: -1 })
      .limit(LISTED_DEPENDENTS)
      .lean<RelatedFields[]>(),
    ModuleModel.countDocuments({ dependsOn: ref }).limit(DEPENDENT_BOUND + 1),
  ]);
  return { rows: rows.map(toRelated), count };
}

/** What a module needs, what needs it, and the drawing of both. Throws `not_found`. */
export async function getRelations(namespace: string, name: string, actor: Actor | null): Promise<RelationsDto> {
  const module = await getModule(namespace, name, actor);
  if (!module) throw new DomainError('not_found');
  const key = cacheKeys.relations(await catalogueGeneration(), 'graph', refOf(module));
  return cached({ key, ttlSeconds: 120, staleSeconds: 600, schema: object<RelationsDto>() }, () =>
    withDatabase(async () => {
      const self = refOf(module);
      const [{ found, leftOut }, { rows, count }] = await Promise.all([walkDependencies(module), dependentsOf(self)]);
      return {
        dependencies: found,
        dependenciesLeftOut: leftOut,
        dependents: rows,
        dependentCount: Math.min(count, DEPENDENT_BOUND),
        dependentCountIsBound: count > DEPENDENT_BOUND,
        graph: await drawGraph({ self, version: module.version, dependencies: found, dependents: rows, leftOut }),
      };
    }),
  );
}

/** Public modules that people keep beside this one, from public collections, bundles and the stars of at least three people. */
export async function listTogether(namespace: string, name: string): Promise<TogetherDto[]> {
  const key = cacheKeys.relations(await catalogueGeneration(), 'together', refOf({ namespace, name }));
  return cached({ key, ttlSeconds: 300, staleSeconds: 3600, schema: togetherSchema }, () =>
    withDatabase(() => findTogether({ namespace, name })),
  );
}

async function publicClaims(ref: string): Promise<{ ref: string; claims: string[] | null }> {
  const at = parseRef(ref);
  const whole = at && (await load(at.namespace, at.name, null));
  return { ref, claims: whole && isListed(whole.module) ? whole.claims : null };
}

/** Holds a module against what a person has already: lines of their configuration, modules, a lock file. Throws `not_found`. */
export async function checkOwnList({ namespace, name, list }: OwnListInput, actor: Actor | null): Promise<OwnCheckDto> {
  const whole = await load(namespace, name, actor);
  if (!whole) throw new DomainError('not_found');
  const own = parseOwnList(list);
  const others = await Promise.all(own.refs.map(publicClaims));
  return checkAgainst(refOf(whole.module), whole.claims, own, others);
}

/** The public ones among some modules, in the order given, as cards show them. */
export async function listMembers(refs: string[]): Promise<ModuleItemDto[]> {
  const places = refs.flatMap((ref) => parseRef(ref) ?? []).slice(0, MOST_MEMBERS);
  if (places.length === 0) return [];
  const key = cacheKeys.relations(await catalogueGeneration(), 'members', places.map(refOf).join(' '));
  return cached({ key, ttlSeconds: 60, staleSeconds: 300, schema: z.array(itemSchema) }, () =>
    withDatabase(async () => {
      const rows = await ModuleModel.find({ $or: places }, { ...ITEM_PROJECTION, visibility: 1 }).lean<
        (ItemFields & Pick<ModuleDocument, 'visibility'>)[]
      >();
      const known = new Map(rows.filter(isListed).map((row) => [refOf(row), toItemDto(row)]));
      return places.flatMap((place) => known.get(refOf(place)) ?? []);
    }),
  );
}

/** A module as the page that compares shows it. */
export type ComparedModule = { ref: string; found: Whole | null };

/** Public modules side by side, in the order asked for; one that is not public, or not there, is null. */
export async function compareModules(refs: string[]): Promise<ComparedModule[]> {
  return Promise.all(
    refs.map(async (ref) => {
      const at = parseRef(ref);
      const whole = at && (await load(at.namespace, at.name, null));
      return { ref, found: whole && isListed(whole.module) ? whole : null };
    }),
  );
}
