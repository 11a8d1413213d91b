import { VISIBILITIES } from '@/types/module';
import { MODULE_KINDS } from '@/types/module-kind';

import type { ArgumentDefinition, CommandDefinition } from './definition';

const folder: ArgumentDefinition = {
  usage: '[folder]',
  description: 'the folder of the module (default: this one)',
  completes: 'folders',
};

/** Commands for those who publish modules. */
export const AUTHORING: readonly CommandDefinition[] = [
  {
    name: 'init',
    summary: 'draft a dotkit.json from the files of a folder',
    more: ['Guesses what the files tell, and asks what they do not. With --yes every guess is taken.'],
    arguments: [folder],
    options: [
      { flags: '--kind <kind>', description: 'what kind of module it is', choices: MODULE_KINDS },
      { flags: '--namespace <namespace>', description: 'whose module it is (default: who is signed in)' },
      { flags: '--name <name>', description: 'the name after the slash (default: the folder’s)' },
      {
        flags: '--license <license>',
        description: 'the licence, as SPDX names it (default: what the LICENSE file says)',
      },
    ],
    examples: [
      ['dotkit init', 'draft a manifest for this folder'],
      ['dotkit init ~/src/my-prompt --namespace ada --yes', 'without any question'],
    ],
  },
  {
    name: 'pack',
    summary: 'pack a module and check it as the registry will',
    more: [
      'The same files give the same bytes on every machine. Links inside the folder become files; .git, what the system leaves behind and what .dotkitignore names stay out.',
    ],
    arguments: [folder],
    options: [
      { flags: '--out <file>', description: 'where to write the archive (default: <name>-<version>.tgz here)' },
    ],
    examples: [
      ['dotkit pack', 'pack and check this folder'],
      ['dotkit pack --dry-run', 'only check it'],
    ],
  },
  {
    name: 'publish',
    summary: 'publish a version',
    arguments: [
      {
        usage: '[source]',
        description: 'a folder, or an archive made by pack (default: this folder)',
        completes: 'files',
      },
    ],
    options: [
      {
        flags: '--visibility <who>',
        description: 'who may see a module that is new (default: public)',
        choices: VISIBILITIES,
      },
    ],
    examples: [
      ['dotkit publish', 'pack, check and publish this folder'],
      ['dotkit publish my-prompt-1.2.0.tgz --yes', 'publish an archive from a script'],
    ],
  },
  {
    name: 'yank',
    summary: 'take a version out of use, or bring it back',
    more: ['A yanked version stays where it is installed, and is not chosen for new installs.'],
    arguments: [{ usage: '<ref>', description: 'one version, as @namespace/name@version' }],
    options: [
      { flags: '--reason <text>', description: 'why; everybody who has it will read this' },
      { flags: '--undo', description: 'bring the version back' },
    ],
    examples: [
      ['dotkit yank @ada/prompt@1.2.0 --reason "Breaks zsh 5.8."', 'take it out of use'],
      ['dotkit yank @ada/prompt@1.2.0 --undo', 'bring it back'],
    ],
  },
  {
    name: 'export',
    summary: 'write what is installed as a source folder of chezmoi or stow',
    options: [
      { flags: '--to <tool>', description: 'for which tool', choices: ['chezmoi', 'stow'] },
      { flags: '--out <dir>', description: 'an empty or new folder to write to (default: ./<tool>)' },
    ],
    examples: [
      ['dotkit export --to chezmoi --out ~/.local/share/chezmoi', 'go on with chezmoi'],
      ['dotkit export --to stow', 'one package for each module, in ./stow'],
    ],
  },
];

export const SHELLS_WITH_COMPLETION = ['bash', 'zsh', 'fish'] as const;

export const OTHERS: readonly CommandDefinition[] = [
  {
    name: 'completion',
    summary: 'print a script that completes dotkit’s commands in your shell',
    arguments: [{ usage: '<shell>', description: 'bash, zsh or fish', completes: SHELLS_WITH_COMPLETION }],
    examples: [
      ['source <(dotkit completion bash)', 'in ~/.bashrc'],
      ['source <(dotkit completion zsh)', 'in ~/.zshrc, after compinit'],
      ['dotkit completion fish > ~/.config/fish/completions/dotkit.fish', 'for fish, once'],
    ],
  },
];
