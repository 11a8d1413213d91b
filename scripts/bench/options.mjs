import { parseArgs } from 'node:util';

/** What each goal has to find running before it can be measured. */
export const NEEDS = {
  s1: ['catalogue', 'site', 'reference'],
  s2: ['catalogue', 'site'],
  s3: ['catalogue', 'site', 'reference'],
  s4: ['catalogue', 'site', 'reference'],
  s5: ['catalogue', 'middle'],
  s6: ['catalogue'],
  s7: ['catalogue'],
  s8: ['catalogue', 'small'],
  s9: ['catalogue', 'site', 'reference'],
  s10: ['catalogue', 'site', 'reference'],
  s11: [],
  s13: [],
  s14: ['catalogue', 'site', 'reference'],
  s15: ['catalogue', 'site'],
  s16: ['engines'],
  s19: ['catalogue'],
  reads: ['catalogue'],
  resolve: [],
  plan: [],
};

export const USAGE = `Usage: npm run bench [-- name… --quick --modules N --rounds N --seconds N]
names: ${Object.keys(NEEDS).join(', ')} (default: all)`;

function whole(text, name) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on.`);
  return value;
}

/** Reads the command line. Throws a sentence. */
export function readOptions(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      modules: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const names = positionals.map((name) => name.toLowerCase());
  const unknown = names.find((name) => !(name in NEEDS));
  if (unknown) throw new Error(`there is no benchmark "${unknown}"; there are ${Object.keys(NEEDS).join(', ')}.`);
  const chosen = names.length > 0 ? [...new Set(names)] : Object.keys(NEEDS);
  return {
    help: values.help,
    names: chosen,
    needs: new Set(chosen.flatMap((name) => NEEDS[name])),
    modules: whole(values.modules ?? (values.quick ? '5000' : '100000'), 'modules'),
    rounds: whole(values.rounds ?? (values.quick ? '3' : '5'), 'rounds'),
    seconds: whole(values.seconds ?? (values.quick ? '1' : '4'), 'seconds'),
  };
}
