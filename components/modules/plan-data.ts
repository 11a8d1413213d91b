import type { ModuleDto } from '@/types/module';
import { conditionOf, groupWrites, WRITE_VERBS } from './write-verb';

const ROWS = 6;

/** The first rows of a module's install plan, as text. */
export type PlanData = {
  ref: string;
  version: string;
  rows: [verb: string, tone: string, path: string, condition: string][];
  more: number;
};

export function toPlan({ namespace, name, version, writes }: ModuleDto): PlanData {
  const rows = groupWrites(writes).flatMap(({ directory, rows: files }) =>
    files.map(({ file, write }): PlanData['rows'][number] => {
      const { verb, tone } = WRITE_VERBS[write.mode];
      return [verb, tone, directory + file, conditionOf(write)];
    }),
  );
  return { ref: `@${namespace}/${name}`, version, rows: rows.slice(0, ROWS), more: Math.max(0, rows.length - ROWS) };
}
