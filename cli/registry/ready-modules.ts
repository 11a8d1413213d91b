import { type Chosen, resolve, type Wish } from '../plan/resolve';
import type { Lock, ReadyModule, Ref } from '../types';
import { fetchModules } from './fetch-module';
import type { FetchEnvironment } from './fetch-request';
import { RegistrySource } from './source';
import type { ModuleAnswers } from './variables';

export type Wanted = {
  wishes: readonly Wish[];
  lock: Lock | null;
  /** Hours; 0 takes every version. */
  minimumAgeHours: number;
  answers: ModuleAnswers;
  /** Modules that are fetched; others are only resolved. All, when it is absent. */
  isFetched?: (chosen: Chosen) => boolean;
};

export type Readied = {
  /** Every module of the answer, each after those that it needs. */
  chosen: Chosen[];
  ready: ReadyModule[];
  /** What the registry says of modules that their authors gave up. */
  deprecated: Map<Ref, { reason: string; replacement: string | null }>;
};

/** From what is wanted to modules that can be planned: versions resolved, archives fetched and verified. @throws CliError as `resolve` and `fetchModule` */
export async function readyModules(
  { wishes, lock, minimumAgeHours, answers, isFetched = () => true }: Wanted,
  environment: FetchEnvironment,
): Promise<Readied> {
  const { home, client } = environment;
  const source = new RegistrySource(client);
  const { os, arch } = home;
  const chosen = await resolve(wishes, source, { lock, minimumAgeHours, now: Date.now(), os, arch });
  const requests = chosen.filter(isFetched).map(async ({ variables, ...one }) => ({
    ...one,
    announced: await source.announced(one.ref, one.version),
    variables: { ...variables, ...answers[one.ref] },
  }));
  const deprecated: Readied['deprecated'] = new Map();
  for (const { ref } of chosen) {
    const deprecation = await source.deprecation(ref);
    if (deprecation !== null) deprecated.set(ref, deprecation);
  }
  return { chosen, ready: await fetchModules(await Promise.all(requests), environment), deprecated };
}
