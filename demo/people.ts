/** Accounts of the demo catalogue. All are invented; none stands for the author of a packaged project. */
export const PEOPLE = [
  { username: 'ada', displayName: 'Ada', bio: 'Quiet terminals, long sessions.' },
  { username: 'grace', displayName: 'Grace', bio: 'If it is in the way, I write a function for it.' },
  { username: 'linus', displayName: 'Linus', bio: 'Servers, small files, no surprises.' },
  { username: 'margaret', displayName: 'Margaret', bio: 'Checklists for machines and for people.' },
  { username: 'inkfish', displayName: 'Inkfish Ports', bio: 'Well-known prompts and tools, packed as modules.' },
  { username: 'palettist', displayName: 'Palettist', bio: 'Palettes of other people, brought to more terminals.' },
  { username: 'brightside', displayName: 'Brightside', bio: 'Useful pieces out of public dotfile packages.' },
  { username: 'kestrel', displayName: 'Kestrel', bio: 'Keyboards, window managers, home row.' },
  { username: 'tove', displayName: 'Tove', bio: 'Writes prose in a terminal.' },
] as const;
