import { COMMANDS } from '@/cli/program/definitions/commands';
import { COMMON_OPTIONS, EXIT_CODES } from '@/cli/program/definitions/common';
import { FINDING_CODES } from '@/lib/archive/finding-codes';
import { headingId } from '@/lib/utils/heading-id';
import { MODULE_KINDS } from '@/types/module-kind';
import { type ManifestField, manifestReference } from './manifest-fields';
import type { Section } from './page-source';

const section = (title: string, text: string[], level: 2 | 3 = 2): Section => ({
  id: headingId(title),
  level,
  title,
  text: text.join(' '),
});

const fieldText = ({ path, description, values }: ManifestField) => `${path}: ${description} ${values.join(' ')}`;

/** The sections of the components that stand alone on a line of a page, for its contents and the search. */
export const GENERATED_SECTIONS: Record<string, () => Section[]> = {
  ManifestReference: () => {
    const { common, kinds } = manifestReference();
    return [
      section('Fields of every kind', common.map(fieldText)),
      ...MODULE_KINDS.map((kind) => section(`Fields of ${kind}`, kinds[kind].map(fieldText))),
    ];
  },
  ArchiveLimits: () => [
    section('Limits', ['size, packed, unpacked, entries, paths: how much an archive may hold at most']),
  ],
  FindingCodes: () => [
    section(
      'All findings',
      Object.entries(FINDING_CODES).map(([code, [, sentence]]) => `${code}: ${sentence}`),
    ),
  ],
  CommandReference: () => [
    ...COMMANDS.map(({ name, summary, more = [], options = [] }) =>
      section(`dotkit ${name}`, [
        summary,
        ...more,
        ...options.map((option) => `${option.flags} ${option.description}`),
      ]),
    ),
    section(
      'Options of every command',
      COMMON_OPTIONS.map(({ flags, description }) => `${flags} ${description}`),
    ),
    section(
      'Exit codes',
      EXIT_CODES.map(([code, meaning]) => `${code} ${meaning}`),
    ),
  ],
};
