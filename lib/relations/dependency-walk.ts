import 'server-only';
import maxSatisfying from 'semver/ranges/max-satisfying.js';
import { parseRef } from '@/lib/manifest/names';
import { getModule } from '@/lib/modules/queries';
import { isListed } from '@/lib/modules/rules';
import type { ModuleDto } from '@/types/module';
import type { DependencyDto } from '@/types/relations';
import { refOf } from './related';

const DEEPEST = 3;
const MOST = 27;

export type Needs = { ref: string; range: string; optional: boolean }[];

/** Dependencies of a module at one version, and the members of a bundle. */
export function needsOf({ dependencies, kindFields }: Pick<ModuleDto, 'dependencies' | 'kindFields'>): Needs {
  const members = Array.isArray(kindFields.modules)
    ? (kindFields.modules as { ref: string; range: string; optional?: boolean }[])
    : [];
  const direct = Object.entries(dependencies).map(([ref, range]) => ({ ref, range, optional: false }));
  return [...direct, ...members.map(({ ref, range, optional = false }) => ({ ref, range, optional }))];
}

/** The newest version that a range takes, and why there is none. */
function resolve(range: string, { versions }: ModuleDto): Pick<DependencyDto, 'state' | 'resolved'> {
  const standing = versions.filter(({ yanked }) => !yanked).map(({ version }) => version);
  const best = maxSatisfying(standing, range);
  if (best) return { state: 'found', resolved: best };
  const withdrawn = maxSatisfying(
    versions.map(({ version }) => version),
    range,
  );
  return { state: withdrawn ? 'withdrawn' : 'unmatched' };
}

type Step = { by: string; path: string[]; need: Needs[number] };

/** Whatever is not public is as good as absent: a name in a manifest must not tell what exists. */
async function publicModule(ref: string): Promise<ModuleDto | null> {
  const at = parseRef(ref);
  const module = at && (await getModule(at.namespace, at.name, null));
  return module && isListed(module) ? module : null;
}

function toDependency({ by, path, need }: Step, module: ModuleDto | null): DependencyDto {
  const cycle = path.includes(need.ref);
  const known = module
    ? {
        title: module.title,
        kind: module.kind,
        deprecated: module.deprecated !== undefined,
        ...resolve(need.range, module),
      }
    : { deprecated: false, state: 'absent' as const };
  return { ...need, by, cycle, ...known };
}

/** Everything that a module needs, level by level, each pair once; a circle is named and not followed. */
export async function walkDependencies(self: ModuleDto): Promise<{ found: DependencyDto[]; leftOut: number }> {
  const ref = refOf(self);
  let level: Step[] = needsOf(self).map((need) => ({ by: ref, path: [ref], need }));
  const found: DependencyDto[] = [];
  const followed = new Set([ref]);
  let leftOut = 0;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const room = level.slice(0, Math.max(0, MOST - found.length));
    leftOut += level.length - room.length;
    const modules = await Promise.all(room.map(({ need }) => publicModule(need.ref)));
    level = [];
    for (const [index, step] of room.entries()) {
      const module = modules[index] ?? null;
      found.push(toDependency(step, module));
      if (!module || followed.has(step.need.ref)) continue;
      followed.add(step.need.ref);
      for (const need of needsOf(module)) level.push({ by: step.need.ref, path: [...step.path, step.need.ref], need });
    }
  }
  return { found, leftOut: leftOut + level.length };
}
