type DemoCollection = {
  owner: string;
  slug: string;
  title: string;
  description: string;
  items: readonly (readonly [ref: string, note: string])[];
};

/** Public collections that show what a collection is for. */
export const COLLECTIONS: readonly DemoCollection[] = [
  {
    owner: 'ada',
    slug: 'quiet-terminals',
    title: 'Quiet terminals',
    description: 'Nothing blinks, nothing beeps, nothing needs a patched font.',
    items: [
      ['ada/kitty-quiet', 'On the desk.'],
      ['linus/foot-min', 'On the laptop; it starts before I let go of the key.'],
      ['ada/tmux-calm', 'Everywhere else.'],
      ['ada/starship-quiet', 'Words instead of icons.'],
      ['ada/tidewater', 'Ebb after six, flood before.'],
    ],
  },
  {
    owner: 'grace',
    slug: 'late-colours',
    title: 'Colours for late evenings',
    description: 'Dark, warm or low in blue, and readable without leaning forward.',
    items: [
      ['grace/ember-hours', 'Mine.'],
      ['tove/plumline', ''],
      ['palettist/catppuccin', 'Mocha.'],
      ['palettist/nord-arctic', 'For people who like it cold.'],
      ['linus/signal-green', 'When nobody is looking.'],
    ],
  },
  {
    owner: 'linus',
    slug: 'first-hour-on-a-server',
    title: 'First hour on a server',
    description: 'What I install before I do anything that could go wrong.',
    items: [
      ['linus/bash-guard', ''],
      ['linus/bare-prompt', 'Shows the host only over ssh.'],
      ['linus/vim-small', ''],
      ['linus/port-who', 'Asks for root only when it has to.'],
      ['kestrel/screen-plain', 'For the very old ones.'],
    ],
  },
  {
    owner: 'margaret',
    slug: 'commit-well',
    title: 'Commit well',
    description: 'Git, arranged so that the next reader is grateful.',
    items: [
      ['margaret/commit-letters', 'The template asks the right question.'],
      ['linus/git-short', ''],
      ['grace/git-guard', 'Has saved me twice.'],
      ['inkfish/git-open', ''],
      ['brightside/push-gate', 'A last look.'],
    ],
  },
];
