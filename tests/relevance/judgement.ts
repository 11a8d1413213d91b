export type Judgement = {
  intent: string;
  q: string;
  /** Grades 3, 2, 1 by `namespace/name`, or by whatever names the modules of its catalogue. */
  grades: ReadonlyMap<string, number>;
};

/** Reads a table of `intent | query | grade 3 | grade 2 | grade 1`, where `$name` is a set of names. */
export function parseJudgements(table: string, sets: Record<string, string>): Judgement[] {
  const namesIn = (cell = '') =>
    cell
      .trim()
      .split(/\s+/)
      .flatMap((name) => (name.startsWith('$') ? (sets[name.slice(1)] ?? name).split(' ') : [name]))
      .filter((name) => name !== '');
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [intent = '', q = '', ...cells] = line.split('|').map((cell) => cell.trim());
      const grades = new Map<string, number>();
      for (const [index, cell] of cells.entries())
        for (const name of namesIn(cell)) if (!grades.has(name)) grades.set(name, 3 - index);
      return { intent, q, grades };
    });
}
