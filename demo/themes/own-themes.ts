import { ORIGINALS } from './originals';
import type { Variant } from './palette';
import { TARGETS, type TargetName } from './targets';
import type { Theme } from './theme';

const EVERYWHERE = Object.keys(TARGETS) as TargetName[];
const TERMINALS: TargetName[] = ['kitty', 'alacritty', 'ghostty', 'foot', 'wezterm'];

const variant = (slug: keyof typeof ORIGINALS, name: string, dark: boolean): Variant => ({
  slug,
  name,
  dark,
  palette: { ...ORIGINALS[slug], ansi: [...ORIGINALS[slug].ansi] },
});

/** Themes drawn for this catalogue. */
export const OWN_THEMES: readonly Theme[] = [
  {
    namespace: 'ada',
    name: 'tidewater',
    title: 'Tidewater',
    summary: 'Sea grey and bottle green, dark at ebb and light at flood; every colour that carries text is readable.',
    story: `Two halves of one day at the coast. **Ebb** is dark: wet slate with a green that does not shout. **Flood** is the same
water at noon, for a desk by the window. Both have the same hues in the same places, so switching at dusk changes the light, not the meaning.`,
    license: 'MIT',
    keywords: ['calm', 'blue-green', 'day-and-night', 'accessible'],
    variants: () => [variant('tidewater-ebb', 'Ebb', true), variant('tidewater-flood', 'Flood', false)],
    releases: [
      {
        version: '1.2.0',
        targets: EVERYWHERE,
        notes: ['Helix, Zellij and X resources.', 'Bright black is lighter: comments reach 4.5 : 1.'],
      },
      { version: '1.1.0', targets: TERMINALS, notes: ['Flood, the light half.', 'WezTerm.'] },
      {
        version: '1.0.0',
        targets: ['kitty', 'alacritty', 'ghostty', 'foot'],
        variants: ['tidewater-ebb'],
        notes: ['Ebb, for four terminals.'],
      },
    ],
  },
  {
    namespace: 'tove',
    name: 'inkwell',
    title: 'Inkwell',
    summary: 'Warm paper and blue-black ink: a light theme for people who write all day.',
    story: `Paper is not white and ink is not black. Inkwell keeps the contrast of print (14 : 1) without the glare, and colours
are the ones of a stationer: iron red, moss, ochre, royal blue. Made for prose first; code looks like a well set book.`,
    license: 'MIT',
    keywords: ['light', 'paper', 'writing', 'accessible'],
    variants: () => [variant('inkwell', 'Inkwell', false)],
    releases: [{ version: '1.0.0', targets: EVERYWHERE, notes: ['First version.'] }],
  },
  {
    namespace: 'grace',
    name: 'ember-hours',
    title: 'Ember Hours',
    summary: 'Charcoal and amber for late evenings: warm, low in blue, still 13 : 1 for text.',
    story: `For the hours after dinner. The background is charcoal with a trace of red, text is the colour of candle wax, and blue is
nearly absent without being gone: directories still look like directories.`,
    license: 'MIT',
    keywords: ['warm', 'amber', 'evening', 'accessible'],
    variants: () => [variant('ember-hours', 'Ember Hours', true)],
    releases: [
      { version: '1.1.0', targets: EVERYWHERE, notes: ['WezTerm, Helix, Zellij and X resources.'] },
      { version: '1.0.0', targets: ['kitty', 'alacritty', 'ghostty', 'foot'], notes: ['First version.'] },
    ],
  },
  {
    namespace: 'linus',
    name: 'signal-green',
    title: 'Signal Green',
    summary: 'A phosphor screen that kept its colours: green text, and red, amber and blue where they mean something.',
    story: `Green on black is easy to like and hard to work with, because everything is green. Signal Green keeps the phosphor for text and
gives errors, warnings and links a colour that is told apart at a glance, also with the common forms of colour blindness.`,
    license: '0BSD',
    keywords: ['green', 'retro', 'phosphor', 'accessible'],
    variants: () => [variant('signal-green', 'Signal Green', true)],
    releases: [{ version: '1.0.0', targets: EVERYWHERE, notes: ['First version.'] }],
  },
  {
    namespace: 'margaret',
    name: 'moonpaper',
    title: 'Moonpaper',
    summary: 'Cool grey paper by day, deep indigo by night, one set of hues for both.',
    story: `The flight manual theme: cool paper, precise ink. **Day** and **Night** are built from the same eight hues, so a red line in
the morning is a red line at midnight. Terminals that follow the system (Ghostty, kitty) can use both at once.`,
    license: 'MIT',
    keywords: ['indigo', 'day-and-night', 'paper', 'accessible'],
    variants: () => [variant('moonpaper-night', 'Night', true), variant('moonpaper-day', 'Day', false)],
    releases: [{ version: '1.0.0', targets: EVERYWHERE, notes: ['Day and Night.'] }],
  },
  {
    namespace: 'tove',
    name: 'plumline',
    title: 'Plumline',
    summary: 'Plum, lilac and a little gold on a very dark violet.',
    story: `A violet theme that stays out of neon: the background is the dark of a plum's skin, keywords are lilac, strings are sage and
numbers are gold.`,
    license: 'MIT',
    keywords: ['purple', 'violet', 'accessible'],
    variants: () => [variant('plumline', 'Plumline', true)],
    releases: [{ version: '1.0.0', targets: EVERYWHERE, notes: ['First version.'] }],
  },
  {
    namespace: 'kestrel',
    name: 'clear-night',
    title: 'Clear Night',
    summary: 'High contrast on true black: text 21 : 1, every colour at least 7 : 1.',
    story: `For low vision, bright rooms and OLED screens. Text is white on true black, and each of the colours reaches at least
7 : 1, which is WCAG's level AAA for normal text.`,
    license: '0BSD',
    keywords: ['high-contrast', 'oled', 'black', 'accessible'],
    variants: () => [variant('clear-night', 'Clear Night', true)],
    releases: [{ version: '1.0.0', targets: EVERYWHERE, notes: ['First version.'] }],
  },
];
