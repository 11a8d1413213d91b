import { CliError, EXIT } from '../errors';
import type { ModuleSource, Wish } from '../plan/resolve-types';
import type { Spec } from '../plan/specs';
import type { Ref, Sha256 } from '../types';
import { fields } from './answers';
import { at, type RegistryClient } from './client';
import { bundleIn, fetchCard, fetchVersion, type ModuleCard, type VersionCard } from './modules';

/** The registry as the resolver asks it. Each module and each version is fetched once. */
export class RegistrySource implements ModuleSource {
  private readonly cards = new Map<Ref, Promise<ModuleCard | null>>();
  private readonly versions = new Map<string, Promise<VersionCard>>();

  constructor(private readonly client: RegistryClient) {}

  async offers(ref: Ref) {
    return (await this.card(ref))?.offers ?? null;
  }

  async facts(ref: Ref, version: string) {
    const card = await this.card(ref);
    return card?.latest === version ? card.facts : (await this.version(ref, version)).facts;
  }

  async conflicts(ref: Ref, version: string) {
    const card = await this.card(ref);
    // An installed module that was withdrawn meanwhile can declare nothing any more.
    if (card === null) return [];
    if (card.latest === version && card.conflicts !== null) return card.conflicts;
    return (await this.version(ref, version)).conflicts;
  }

  /** What the registry said of the module, in words; null when it was not asked, or does not know it. */
  async deprecation(ref: Ref): Promise<ModuleCard['deprecated']> {
    return (await this.cards.get(ref))?.deprecated ?? null;
  }

  /** The hash that the registry gave for a version while it was resolved; null when it did not say. */
  async announced(ref: Ref, version: string): Promise<Sha256 | null> {
    const card = await this.cards.get(ref);
    if (card?.latest === version) return card.archive.sha256;
    return (await this.versions.get(`${ref}@${version}`))?.archive.sha256 ?? null;
  }

  private card(ref: Ref): Promise<ModuleCard | null> {
    let card = this.cards.get(ref);
    if (card === undefined) {
      card = fetchCard(this.client, ref).catch((error: unknown) => {
        if (error instanceof CliError && error.code === 'not_found') return null;
        throw error;
      });
      this.cards.set(ref, card);
    }
    return card;
  }

  private version(ref: Ref, version: string): Promise<VersionCard> {
    const key = `${ref}@${version}`;
    const known = this.versions.get(key) ?? fetchVersion(this.client, ref, version);
    this.versions.set(key, known);
    return known;
  }
}

/** What was typed, as modules: a collection stands for its modules. @throws CliError not_found, empty_collection (1) */
export async function wishesOf(client: RegistryClient, specs: readonly Spec[]): Promise<Wish[]> {
  const lists = specs.map(async (spec): Promise<Wish[]> => {
    if (spec.type === 'module') return [{ ref: spec.ref, range: spec.range }];
    const manifest = await client.get(at`/collections/${spec.owner}/${spec.slug}/manifest`);
    const members = bundleIn(fields(manifest, 'the collection'))?.modules ?? [];
    if (members.length === 0)
      throw new CliError(
        'empty_collection',
        EXIT.failure,
        `The collection @${spec.owner}/collections/${spec.slug} has no modules.`,
      );
    return members.map(({ ref, range }) => ({ ref, range }));
  });
  return (await Promise.all(lists)).flat();
}
