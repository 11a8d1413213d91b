import { KIND_KEYS } from '@/types/module-kind';

import type { Guess } from './draft';
import type { Identity } from './identity';

/** An identity in which nothing is missing any more. */
export type Settled = Identity & { namespace: string; summary: string; license: string };

const hasSome = (value: object | readonly unknown[] | undefined): boolean =>
  value !== undefined && Object.keys(value).length > 0;

/** The text of a `dotkit.json`: what every module has first, what the kind adds last. */
export function manifestText(identity: Settled, { kind, draft }: Guess): string {
  const { namespace, name, version, title, summary, license, keywords, links, readme, changelog } = identity;
  const manifest = {
    schemaVersion: 1,
    name: `@${namespace}/${name}`,
    version,
    kind,
    title,
    summary,
    license,
    ...(hasSome(keywords) ? { keywords } : {}),
    ...(hasSome(links) ? { links } : {}),
    ...(hasSome(draft.requires) ? { requires: draft.requires } : {}),
    files: draft.files,
    ...(hasSome(draft.provides) ? { provides: draft.provides } : {}),
    ...(readme === null ? {} : { readme }),
    ...(changelog === null ? {} : { changelog }),
    [KIND_KEYS[kind]]: draft.fields,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
