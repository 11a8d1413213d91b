import type { ModuleDto } from '@/types/module';
import { conditionOf, flatWrites, WRITE_VERBS, writeTree } from './write-verb';

const ROWS = 6;

/** The first rows of a module's install plan, as text. */
export type PlanData = {
  ref: string;
  version: string;
  rows: [verb: string, tone: string, path: string, condition: string][];
  more: number;
};

export function toPlan({ namespace, name, version, writes }: ModuleDto): PlanData {
  const rows = flatWrites(writeTree(writes)).map(({ path, write }): PlanData['rows'][number] => {
    const { verb, tone } = WRITE_VERBS[write.mode];
    return [verb, tone, path, conditionOf(write)];
  });
  return { ref: `@${namespace}/${name}`, version, rows: rows.slice(0, ROWS), more: Math.max(0, rows.length - ROWS) };
}
