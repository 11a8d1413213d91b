import { AUTHORING, OTHERS } from './author-commands';
import type { CommandDefinition, CommandGroup } from './definition';
import { CHANGING, LOOKING } from './home-commands';
import { ASKING } from './registry-commands';

/** Every command, in the order in which the help lists them. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { heading: 'Your home directory:', commands: [...CHANGING, ...LOOKING] },
  { heading: 'The registry:', commands: ASKING },
  { heading: 'Your own modules:', commands: AUTHORING },
  { heading: 'Others:', commands: OTHERS },
];

export const COMMANDS: readonly CommandDefinition[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);
