import { beforeAll, describe, expect, it } from 'vitest';
import { checkOwnList, compareModules, getRelations, listClashes, listTogether } from '@/lib/relations/queries';
import { setStar } from '@/lib/stars/commands';
import { CollectionModel } from '@/models/collection';
import { ModuleModel } from '@/models/module-kinds';
import type { Actor } from '@/types/actor';
import type { Visibility } from '@/types/module';
import { pack, person, submit } from '../support/builders';
import { seedCatalogue } from '../support/catalogue';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

let ada: Actor;
let bob: Actor;

type Brings = { dest?: string; aliases?: string[]; dependencies?: Record<string, string>; version?: string };

/** A small theme that takes a path and some names. */
async function bring(actor: Actor, name: string, brings: Brings = {}, visibility: Visibility = 'public') {
  const { dest = `{config}/${name}/main.conf`, aliases, dependencies, version = '1.0.0' } = brings;
  const manifest = {
    files: [{ src: 'main.conf', dest }],
    ...(aliases ? { provides: { aliases } } : {}),
    ...(dependencies ? { dependencies } : {}),
  };
  const { status } = await submit(actor, pack(`@${actor.username}/${name}`, { version, manifest }), visibility);
  expect(status).toBe('published');
}

beforeAll(async () => {
  ada = await person();
  bob = await person();
}, 60_000);

const clashesOf = async (name: string) =>
  (await listClashes(ada.username, name, ada)).clashes.map(({ kind, what, modules }) => [
    kind,
    what,
    modules.map((module) => module.name),
  ]);

describe('what clashes', () => {
  it('is the same path however it is written, and never what is private or unlisted', async () => {
    await bring(bob, 'theirs', { dest: '{home}/.config/same/main.conf' });
    await bring(bob, 'hidden', { dest: '{config}/same/main.conf' }, 'private');
    await bring(bob, 'unlisted', { dest: '{config}/same/main.conf' }, 'unlisted');
    await bring(ada, 'mine', { dest: '{config}/same/main.conf' });
    expect(await clashesOf('mine')).toEqual([['dest', '~/.config/same/main.conf', ['theirs']]]);
  });

  it('is found for one’s own private module too, which nobody else may ask about', async () => {
    await bring(ada, 'secret', { dest: '{config}/same/main.conf' }, 'private');
    const [clash] = (await listClashes(ada.username, 'secret', ada)).clashes;
    expect(clash?.modules.map(({ name }) => name).sort()).toEqual(['mine', 'theirs']);
    await expect(listClashes(ada.username, 'secret', bob)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows a rare clash beside a path that hundreds have, and counts those up to a bound', async () => {
    await seedCatalogue(200);
    const crowd = { $addToSet: { claims: 'dest:~/.crowded' }, $set: { 'rank.trending': 1000 } };
    await ModuleModel.collection.updateMany({ namespace: /^seed-/ }, crowd);
    await bring(bob, 'rare', { aliases: ['rarely'] });
    await bring(ada, 'popular', { dest: '{home}/.crowded', aliases: ['rarely'] });
    const { clashes } = await listClashes(ada.username, 'popular', null);
    expect(clashes[0]).toMatchObject({ kind: 'dest', what: '~/.crowded', count: 100, countIsBound: true });
    expect(clashes[0]?.modules.length).toBeGreaterThan(1);
    expect(clashes[1]).toMatchObject({ kind: 'alias', what: 'rarely', count: 1 });
  });
});

describe('what a module needs', () => {
  it('is walked with ranges and versions, through a circle, and without telling what is private', async () => {
    const at = (name: string) => `@${ada.username}/${name}`;
    await bring(ada, 'base', { version: '1.4.0', dependencies: { [at('app')]: '*' } });
    await bring(ada, 'base', { version: '2.0.0', dependencies: { [at('app')]: '*' } });
    await bring(ada, 'veiled', {}, 'private');
    await bring(ada, 'app', {
      dependencies: {
        [at('base')]: '^1.0.0',
        [at('veiled')]: '^1.0.0',
        '@nobody/nothing': '*',
        [at('mine')]: '^9.0.0',
      },
    });
    const { dependencies, graph } = await getRelations(ada.username, 'app', ada);
    const known = new Map(dependencies.map((one) => [`${one.by} ${one.ref}`, one]));
    expect(known.get(`${at('app')} ${at('base')}`)).toMatchObject({
      range: '^1.0.0',
      resolved: '1.4.0',
      state: 'found',
    });
    expect(known.get(`${at('app')} ${at('mine')}`)).toMatchObject({ state: 'unmatched' });
    expect(known.get(`${at('base')} ${at('app')}`)).toMatchObject({ cycle: true });
    // The two differ in nothing but what the manifest says of them.
    const { ref: _, range: __, ...veiled } = known.get(`${at('app')} ${at('veiled')}`) ?? { ref: '', range: '' };
    const { ref: ___, range: ____, ...nothing } = known.get(`${at('app')} @nobody/nothing`) ?? { ref: '', range: '' };
    expect(veiled).toEqual(nothing);
    expect(graph?.nodes.length).toBeLessThanOrEqual(40);
    expect(graph?.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('knows who uses it, as long as they are public', async () => {
    await bring(bob, 'lamp', {});
    await bring(ada, 'wears-lamp', { dependencies: { [`@${bob.username}/lamp`]: '^1.0.0' } });
    await bring(ada, 'hides-lamp', { dependencies: { [`@${bob.username}/lamp`]: '^1.0.0' } }, 'private');
    const { dependents, dependentCount } = await getRelations(bob.username, 'lamp', null);
    expect(dependents.map(({ name }) => name)).toEqual(['wears-lamp']);
    expect(dependentCount).toBe(1);
  });

  it('stays small, however much is needed', async () => {
    const dependencies = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`@nobody/n${index}`, '*']));
    await bring(ada, 'greedy', { dependencies });
    const { graph, dependenciesLeftOut } = await getRelations(ada.username, 'greedy', null);
    expect(graph?.nodes.length).toBeLessThanOrEqual(40);
    expect(dependenciesLeftOut).toBeGreaterThan(40);
  });
});

describe('what is kept together', () => {
  it('takes three people, or one public collection; a private one and a private module say nothing', async () => {
    for (const name of ['sun', 'moon', 'star', 'shelf']) await bring(ada, name);
    await bring(ada, 'eclipse', {}, 'private');
    const people = await Promise.all([person(), person(), person()]);
    for (const [index, actor] of people.entries()) {
      await setStar({ namespace: ada.username, name: 'sun', starred: true }, actor);
      await setStar({ namespace: ada.username, name: 'moon', starred: true }, actor);
      if (index < 2) await setStar({ namespace: ada.username, name: 'star', starred: true }, actor);
    }
    const items = (...names: string[]) => names.map((name) => ({ namespace: ada.username, name }));
    await CollectionModel.insertMany([
      {
        userId: 'x',
        owner: 'x',
        slug: 'open',
        title: 'x',
        visibility: 'public',
        items: items('sun', 'shelf', 'eclipse'),
      },
      { userId: 'y', owner: 'y', slug: 'closed', title: 'y', visibility: 'private', items: items('sun', 'mine') },
    ]);
    const together = await listTogether(ada.username, 'sun');
    expect(together.map(({ name }) => name).sort()).toEqual(['moon', 'shelf']);
    expect(together.find(({ name }) => name === 'moon')).toMatchObject({ people: 3, collections: 0 });
    expect(together.find(({ name }) => name === 'shelf')).toMatchObject({ people: 0, collections: 1 });
  });
});

it('a pasted list is held against a module, and a private module in it is as good as none', async () => {
  const list = `alias rarely='x'\n~/.crowded\n@${bob.username}/rare\n@${bob.username}/hidden\n@nobody/nothing\n???`;
  const check = await checkOwnList({ namespace: ada.username, name: 'popular', list }, null);
  expect(check.clashes.map(({ what }) => what)).toEqual(['rarely', '~/.crowded']);
  expect(check.modules.map(({ state }) => state)).toEqual(['clash', 'absent', 'absent']);
  expect(check.unread).toEqual([{ line: 6, text: '???' }]);
});

it('modules are compared in the order asked for; a private, an unlisted and an absent one look the same', async () => {
  const at = (name: string) => `@${bob.username}/${name}`;
  const compared = await compareModules([at('theirs'), at('hidden'), at('unlisted'), '@nobody/nothing']);
  expect(compared.map(({ found }) => found?.module.name ?? null)).toEqual(['theirs', null, null, null]);
});
