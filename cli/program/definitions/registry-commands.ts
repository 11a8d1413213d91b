import { SORTS } from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';

import type { CommandDefinition } from './definition';

/** Commands that talk to the registry. */
export const ASKING: readonly CommandDefinition[] = [
  {
    name: 'search',
    summary: 'find modules',
    arguments: [{ usage: '[words...]', description: 'words, and operators such as kind: app: os: tag:' }],
    options: [
      { flags: '--kind <kind>', description: 'only modules of this kind', choices: MODULE_KINDS },
      { flags: '--app <app>', description: 'only modules for this program' },
      {
        flags: '--os <os>',
        description: 'only modules for this system',
        choices: ['linux', 'macos', 'windows', 'bsd'],
      },
      { flags: '--shell <shell>', description: 'only modules for this shell' },
      { flags: '--tag <tag>', description: 'only modules with this keyword' },
      { flags: '--license <license>', description: 'only modules under this licence' },
      { flags: '--author <namespace>', description: 'only modules of this author' },
      { flags: '--sort <order>', description: 'the order of the results', choices: SORTS },
      { flags: '--limit <count>', description: 'how many results to show, at most 100' },
    ],
    examples: [
      ['dotkit search calm tmux', 'modules that fit both words'],
      ['dotkit search dark --kind color-theme --app kitty', 'dark themes for kitty'],
    ],
  },
  {
    name: 'info',
    summary: 'show a module: what it writes, what it runs, its versions',
    arguments: [{ usage: '<ref>', description: 'a module as @namespace/name or @namespace/name@version' }],
    examples: [
      ['dotkit info @ada/prompt', 'the newest version'],
      ['dotkit info @ada/prompt@1.2.0', 'one version'],
    ],
  },
  {
    name: 'outdated',
    summary: 'list installed modules that have newer versions',
    examples: [['dotkit outdated', 'what dotkit update would bring']],
  },
  {
    name: 'login',
    summary: 'sign in to the registry with your browser, or with a token',
    options: [{ flags: '--with-token', description: 'read an API token from standard input instead' }],
    examples: [
      ['dotkit login', 'shows a code to confirm in the browser'],
      ['dotkit login --with-token < token.txt', 'for machines without a browser'],
    ],
  },
  { name: 'logout', summary: 'forget the token for this registry', examples: [['dotkit logout', 'sign out']] },
  { name: 'whoami', summary: 'say who is signed in', examples: [['dotkit whoami', 'your name on the registry']] },
];
