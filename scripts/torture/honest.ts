import { runHonest } from '../../tests/support/archives/honest-run';

/** T2: archives by every tool that authors use. True when none is refused or read differently by another reader. */
export async function run(): Promise<boolean> {
  const { archives, accepted, faults, notWritten } = await runHonest();
  console.log(
    `T2 honest: ${archives} archives, accepted ${accepted}, refused or misread ${faults.length}, not written ${notWritten.length}`,
  );
  for (const fault of [...faults, ...notWritten].slice(0, 20)) console.log(`  ${fault}`);
  return faults.length === 0 && accepted === archives;
}
