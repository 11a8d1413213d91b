import type { ArgumentDefinition, CommandDefinition } from './definition';

const installedRefs: ArgumentDefinition = {
  usage: '[ref...]',
  description: 'installed modules, as @namespace/name (default: all)',
  completes: 'installed',
};

/** Commands that change the home directory. */
export const CHANGING: readonly CommandDefinition[] = [
  {
    name: 'install',
    aliases: ['add'],
    summary: 'install modules, or everything that the lock file names',
    more: [
      'Shows every path that would be written, what it replaces and what clashes, and asks once. Any conflict stops all of it before the first write. What is replaced is kept, and comes back when the module leaves.',
    ],
    arguments: [
      {
        usage: '[ref...]',
        description: 'modules as @namespace/name or @namespace/name@range (default: the lock file)',
      },
    ],
    options: [
      {
        flags: '--set <key=value>',
        description: 'answer a variable of the module; may be given several times',
        repeated: true,
      },
      { flags: '--profile <name>', description: 'the profile of a bundle to install' },
      { flags: '--min-age <hours>', description: 'pass over versions that were published less than so many hours ago' },
    ],
    examples: [
      ['dotkit install @ada/prompt', 'install the newest version'],
      ['dotkit install @ada/prompt@^1.2 @tove/calm', 'a range, and several at once'],
      ['dotkit install @ada/prompt --dry-run', 'only show what it would do'],
      ['dotkit install --yes', 'bring this home to what the lock file says'],
    ],
  },
  {
    name: 'uninstall',
    aliases: ['remove'],
    summary: 'remove modules and put back what they replaced, byte for byte',
    more: ['Files that you edited since are kept.'],
    arguments: [{ usage: '<ref...>', description: 'installed modules, as @namespace/name', completes: 'installed' }],
    examples: [['dotkit uninstall @ada/prompt', 'remove it and restore what was there']],
  },
  {
    name: 'update',
    aliases: ['upgrade'],
    summary: 'bring modules to newer versions and keep your own edits',
    more: [
      'Your edits and the new version are merged. Where both changed the same lines yours stay, and the new text is put beside the file as <file>.dotkit-new.',
    ],
    arguments: [
      {
        ...installedRefs,
        description: 'installed modules, as @namespace/name or @namespace/name@range (default: all)',
      },
    ],
    options: [
      {
        flags: '--set <key=value>',
        description: 'answer a variable of the module; may be given several times',
        repeated: true,
      },
      { flags: '--min-age <hours>', description: 'pass over versions that were published less than so many hours ago' },
    ],
    examples: [
      ['dotkit update', 'update everything'],
      ['dotkit update @ada/prompt --dry-run', 'only show what one update would do'],
    ],
  },
  {
    name: 'rollback',
    summary: 'undo the last transaction, or return to the state after an earlier one',
    arguments: [{ usage: '[id]', description: 'a transaction of the history; 0 is the state before all of them' }],
    examples: [
      ['dotkit rollback', 'undo the last transaction'],
      ['dotkit rollback 3', 'return to the state right after transaction 3'],
    ],
  },
  {
    name: 'doctor',
    summary: 'look for what is wrong with dotkit’s own files, and finish what was interrupted',
    options: [{ flags: '--prune', description: 'remove stored contents that nothing needs any more' }],
    examples: [
      ['dotkit doctor', 'check everything'],
      ['dotkit doctor --prune', 'free space as well'],
    ],
  },
];

/** Commands that only look at the home directory. */
export const LOOKING: readonly CommandDefinition[] = [
  {
    name: 'list',
    aliases: ['ls'],
    summary: 'list what is installed',
    examples: [
      ['dotkit list', 'installed modules and their versions'],
      ['dotkit list --json', 'the same for a script'],
    ],
  },
  {
    name: 'status',
    summary: 'show which managed files were edited, removed or replaced since',
    arguments: [installedRefs],
    examples: [['dotkit status', 'ends with 1 if anything differs from what was installed']],
  },
  {
    name: 'diff',
    summary: 'show your edits of managed files, line by line',
    arguments: [installedRefs],
    examples: [
      ['dotkit diff', 'all edits'],
      ['dotkit diff @ada/prompt', 'the edits of one module’s files'],
      ['dotkit diff @ada/prompt@latest', 'what going to another version would change'],
    ],
  },
  {
    name: 'verify',
    summary: 'check every installed file and stored content against its hash',
    arguments: [installedRefs],
    examples: [['dotkit verify', 'ends with 4 if stored contents are damaged']],
  },
  {
    name: 'history',
    summary: 'list the transactions of this home directory',
    examples: [['dotkit history', 'what was installed, updated and removed, and when']],
  },
];
