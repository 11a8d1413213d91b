import { hash } from 'node:crypto';
import { expect, test } from 'vitest';

import { planChanges } from '@/cli/plan/plan-changes';
import { manyFiles } from '../support/cli-catalogue';
import { MemoryHome, ROOT, testHome } from '../support/cli-home';

const FILES = 2_000;

const timeMs = (run: () => void): number => {
  const startedMs = performance.now();
  run();
  return performance.now() - startedMs;
};
const median = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

test('A plan of 2,000 files costs as much as reading and hashing them a few times, not their square.', () => {
  const home = new MemoryHome();
  const modules = manyFiles(home, FILES);
  const plan = () =>
    planChanges({
      home: testHome(),
      disk: home.disk,
      contents: home.contents,
      installed: home.installed,
      next: modules,
      leaving: [],
    });
  const contents = modules.flatMap(({ files }) => [...files.values()].map(({ sha256 }) => sha256));
  const reference = () => {
    for (const sha256 of contents) {
      const bytes = home.contents.read(sha256) ?? Buffer.alloc(0);
      for (let round = 0; round < 20; round += 1) hash('sha256', bytes, 'hex');
    }
  };
  const ratios: number[] = [];
  const install = plan();
  expect(install.changes.filter(({ after }) => after.type !== 'folder').length).toBeGreaterThan(FILES * 0.97);
  for (let round = 0; round < 5; round += 1) ratios.push(timeMs(plan) / timeMs(reference));
  home.apply(install);
  expect(plan().changes).toEqual([]);
  for (let round = 0; round < 5; round += 1) ratios.push(timeMs(plan) / timeMs(reference));
  expect(home.state(`${ROOT}/.config/shared-0.conf`).type).toBe('file');
  expect(median(ratios)).toBeLessThan(4);
});
