import { beforeAll, expect, it } from 'vitest';
import { type ColorMatch, nearestColor } from '@/lib/colors/nearest';
import { findThemesByColor, MOST_DELTA_E } from '@/lib/colors/queries';
import type { ColorQuery } from '@/lib/colors/schema';
import { updateListing } from '@/lib/modules/commands';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import type { ThemeColors } from '@/types/module';
import { person, publish } from '../support/builders';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

type Row = { namespace: string; name: string; facets: string[]; colors: ThemeColors };
let themes: Row[];
let ada: Actor;

const theme = (background: string, accent: string) => ({
  kind: 'color-theme',
  colorTheme: {
    appearance: 'dark',
    variants: [
      {
        name: 'Night',
        palette: { background, foreground: '#f8f8f2', accent, ansi: Array.from({ length: 16 }, () => '#6272a4') },
      },
    ],
  },
});

beforeAll(async () => {
  await seedCatalogue(3000);
  ada = await person();
  await publish(ada, 'violet', { manifest: theme('#282a36', '#bd93f9') });
  await publish(ada, 'hidden', { visibility: 'private', manifest: theme('#282a36', '#bd93f9') });
  await publish(ada, 'unlisted', { visibility: 'unlisted', manifest: theme('#282a36', '#bd93f9') });
  themes = await ModuleModel.collection.find<Row>({ kind: 'color-theme', visibility: 'public' }).toArray();
}, 120_000);

/** Every theme looked at, without an index. */
function byBruteForce(query: ColorQuery): ColorMatch[] {
  return themes
    .filter(({ facets }) => !query.app || facets.includes(`app:${query.app}`))
    .flatMap(({ colors }) => nearestColor(colors, { ...query, part: query.part ?? 'any' }) ?? [])
    .filter(({ deltaE }) => deltaE <= MOST_DELTA_E)
    .sort((one, other) => one.deltaE - other.deltaE)
    .slice(0, 48);
}

const QUERIES: ColorQuery[] = [
  ...['#bd93f9', '#ff0000', '#00ff00', '#0000ff', '#000000', '#ffffff', '#7f7f7f', '#b58900', '#123456'].map(
    (color) => ({ color }),
  ),
  { color: '#1c1c1c', part: 'background' },
  { color: '#f0f0f0', part: 'background', appearance: 'light' },
  { color: '#e0e0e0', part: 'foreground', contrast: 10 },
  { color: '#33aa88', part: 'accent' },
  { color: '#33aa88', app: 'kitty' },
  { color: '#cc2211', appearance: 'dark', contrast: 7, app: 'neovim' },
];

it('has a few hundred themes to choose from', () => expect(themes.length).toBeGreaterThan(150));

it.each(QUERIES)('finds for %j what looking at every theme finds, in that order', async (query) => {
  const found = (await findThemesByColor(query)).map(({ match }) => match.deltaE);
  expect(found).toEqual(byBruteForce(query).map(({ deltaE }) => deltaE));
});

it('puts the theme with the very colour first, and says where it is', async () => {
  const [first] = await findThemesByColor({ color: '#bd93f9', part: 'accent' });
  expect(first?.module.name).toBe('violet');
  expect(first?.match).toMatchObject({ hex: '#bd93f9', deltaE: 0, variant: 'Night', place: 'accent', dark: true });
});

it('knows public themes only, and forgets one that turns private', async () => {
  const names = async () =>
    (await findThemesByColor({ color: '#282a36', part: 'background' }))
      .filter(({ module }) => module.namespace === ada.username)
      .map(({ module }) => module.name);
  expect(await names()).toEqual(['violet']);
  await updateListing({ namespace: ada.username, name: 'violet', visibility: 'private' }, ada);
  expect(await names()).toEqual([]);
});
