import { ownEngines } from './engines';

const ROUNDS = 12;
const TRIES = 60;

/** T4: the bytes that are served are the bytes that were verified, whatever is written over the upload meanwhile. */
export async function run(): Promise<boolean> {
  await ownEngines();
  const { attackByOverwriting } = await import('../../tests/support/overwrite-attack');
  const { byLink, byLinkTaken, pastTheGuard, published, rejected, downloads, differ } = await attackByOverwriting(
    ROUNDS,
    TRIES,
  );
  const passed = differ === 0 && byLinkTaken === 0 && downloads > 0 && rejected > 0;
  console.log(
    `overwrite: ${byLink} tries with the link (${byLinkTaken} taken), ${pastTheGuard} past the storage's guard; ` +
      `${published} published, ${rejected} rejected; ${differ} of ${downloads} downloads differ from their record: ${passed ? 'PASS' : 'FAIL'}`,
  );
  return passed;
}
