import * as z from 'zod';

import { ansiText } from './ansi';
import { fileEntry } from './files';
import { appRange, architectures, archivePath, command, keybindings, systems } from './kinds/parts';
import { REF_PATTERN } from './names';
import { APP_PATTERN, line, TAG_PATTERN, token, unique } from './text';
import { variable } from './variables';
import { isRange, isSpdx, isStrictVersion } from './versions';

const MAX_DEPENDENCIES = 100;

const ref = z.string().regex(REF_PATTERN, { error: 'A module is written @namespace/name, in lower case.' });
const range = z.string().refine(isRange, { error: 'Not a semver range, such as ^1.2.0.' });
/** http and https only: a link is rendered as an anchor, and `javascript:` is a URL too. */
const link = z.url({ protocol: /^https?$/, error: 'Not an http or https address.' }).max(2048);

/** A program's name or path as an author declares it. */
const runs = unique(line(120), 100);
const host = z.string().regex(/^(?:\*|(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?)$/, {
  error: 'Not a host name; * means any.',
});

/** The fields that every kind shares, except `kind` and `files`. */
export const commonFields = {
  $schema: z.string().max(2048).exactOptional(),
  schemaVersion: z.literal(1),
  name: ref,
  version: z.string().refine(isStrictVersion, { error: 'Not a version of semver 2.0.0, such as 1.4.0.' }),
  title: line(80),
  summary: line(160),
  license: z.string().refine(isSpdx, { error: 'Not an SPDX expression, such as MIT or Apache-2.0.' }),
  keywords: unique(token(TAG_PATTERN, 'keyword (lower case, no spaces)'), 8).exactOptional(),
  links: z
    .strictObject({
      homepage: link.exactOptional(),
      repository: link.exactOptional(),
      issues: link.exactOptional(),
    })
    .exactOptional(),
  requires: z
    .strictObject({
      os: systems.exactOptional(),
      arch: architectures.exactOptional(),
      apps: z.record(token(APP_PATTERN, 'app name'), appRange).exactOptional(),
      commands: unique(command, 100).exactOptional(),
    })
    .exactOptional(),
  variables: z.array(variable).max(100).exactOptional(),
  dependencies: z
    .record(ref, range)
    .refine((all) => Object.keys(all).length <= MAX_DEPENDENCIES, {
      error: `At most ${MAX_DEPENDENCIES} dependencies.`,
    })
    .exactOptional(),
  conflicts: unique(ref, 100).exactOptional(),
  provides: z
    .strictObject({
      commands: unique(command, 500).exactOptional(),
      aliases: unique(line(64), 500).exactOptional(),
      keybindings: keybindings.exactOptional(),
    })
    .exactOptional(),
  capabilities: z
    .strictObject({
      runs: runs.exactOptional(),
      network: unique(host, 100).exactOptional(),
      root: z.boolean().exactOptional(),
    })
    .exactOptional(),
  /** Paths of scripts inside the archive; a reader runs them only when the person asked for it. */
  hooks: z
    .strictObject({ afterInstall: archivePath.exactOptional(), beforeUninstall: archivePath.exactOptional() })
    .exactOptional(),
  preview: z
    .strictObject({ screenshots: unique(archivePath, 12).exactOptional(), ansi: ansiText.exactOptional() })
    .exactOptional(),
  readme: archivePath.exactOptional(),
  changelog: archivePath.exactOptional(),
};

/** Most modules write a few files; the bound keeps a manifest readable and its checks linear. */
export const fileList = z.array(fileEntry).max(1000);
