import { runControl } from '../../tests/support/archives/control';
import { corporaFolder } from '../../tests/support/archives/corpora';
import { runCorpus } from '../../tests/support/archives/corpus-run';
import { runMutants, stockFaults } from '../../tests/support/archives/mutant-run';
import { type Accepted, disagreeOutside } from '../../tests/support/archives/outside-readers';
import { availableTools } from '../../tests/support/archives/tools';

const MUTANTS = 40_000;
/** Other programs read so many of the accepted mutants; each takes a process. */
const READ_OUTSIDE = 800;
const MAX_MS = 10_000;
const MAX_P99_MS = 250;

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const show = (faults: readonly string[]): void => {
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
};

async function corpus(): Promise<boolean> {
  const folder = corporaFolder();
  if (folder === null) return true;
  const { archives, hostile, faults, disagreements, rawFaults, slowestMs, p99Ms } = await runCorpus(folder);
  console.log(
    `T1 corpus: ${archives} archives, ${hostile} hostile, accepted or wrongly refused ${faults.length}, readers disagree ${disagreements.length}, raw not refused as such ${rawFaults.length}, p99 ${ms(p99Ms)}, slowest ${ms(slowestMs)}`,
  );
  show([...faults, ...disagreements, ...rawFaults]);
  return faults.length + disagreements.length + rawFaults.length === 0 && slowestMs < MAX_MS && p99Ms <= MAX_P99_MS;
}

async function control(): Promise<boolean> {
  const { archives, escapes, accepted } = await runControl();
  console.log(
    `T1 control: tar 6.1.0 let ${escapes} of ${archives} out of the folder${escapes === 0 ? ': THE RUN IS VOID' : ''}; the verifier accepted ${accepted}`,
  );
  return escapes > 0 && accepted === 0;
}

async function mutants(): Promise<boolean> {
  const stock = await stockFaults();
  show(stock);
  const kept: Accepted[] = [];
  const seed = Number(process.env.TORTURE_SEED ?? 1);
  const figures = await runMutants(MUTANTS, seed, (one) => void (kept.length < READ_OUTSIDE && kept.push(one)));
  const outside = disagreeOutside(kept, availableTools());
  console.log(
    `T1 mutants: ${figures.mutants} from seed ${seed}, refused ${figures.refused}, harmless ${figures.accepted}, violations ${figures.violations.length}, crashes ${figures.crashes.length}, refusals without code ${figures.withoutCode}, p99 ${ms(figures.p99Ms)}, slowest ${ms(figures.slowestMs)}`,
  );
  console.log(
    `T1 other readers: ${kept.length} accepted mutants read by Python, GNU tar and bsdtar, read differently ${outside.length}`,
  );
  show([...figures.violations, ...figures.crashes, ...outside]);
  const clean =
    stock.length + figures.violations.length + figures.crashes.length + figures.withoutCode + outside.length === 0;
  return clean && figures.slowestMs < MAX_MS && figures.p99Ms <= MAX_P99_MS;
}

/** T1: the corpus, the positive control, and seeded mutants (`TORTURE_SEED` chooses others). True when every figure holds. */
export async function run(): Promise<boolean> {
  let unhandled = 0;
  const count = (): void => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  const results = [await corpus(), await control(), await mutants()];
  process.off('unhandledRejection', count);
  console.log(`T1 unhandled rejections: ${unhandled}`);
  return results.every(Boolean) && unhandled === 0;
}
