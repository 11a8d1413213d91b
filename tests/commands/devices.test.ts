import { beforeAll, describe, expect, it } from 'vitest';
import * as deviceCode from '@/app/api/v1/device/code/route';
import * as deviceToken from '@/app/api/v1/device/token/route';
import * as me from '@/app/api/v1/me/route';
import { decideDevice, redeemDevice, startDevice } from '@/lib/devices/commands';
import { getDeviceRequest } from '@/lib/devices/queries';
import { readUserCode, USER_CODE_ALPHABET } from '@/lib/devices/rules';
import { deviceCodeSchema } from '@/lib/devices/schema';
import { listTokens } from '@/lib/tokens/queries';
import { DeviceGrantModel } from '@/models/device-grant';
import type { Actor } from '@/types/actor';
import { person, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';
import { call } from '../support/rest';

process.env.RATE_LIMIT_SCALE = '1';
onOwnDatabase();

const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let ada: Actor;

beforeAll(async () => {
  ada = await person();
});

let addresses = 0;
/** Every test asks from an address of its own, so that their limits do not meet. */
const fromElsewhere = () => {
  addresses += 1;
  return `192.0.2.${addresses}`;
};
const begin = (scopes: ('read' | 'publish' | 'manage')[] = ['read', 'publish']) =>
  startDevice(deviceCodeSchema.parse({ client_name: 'laptop', scopes }), fromElsewhere());
const redeem = (device_code: string) => redeemDevice({ grant_type, device_code }, fromElsewhere());
const grantOf = (at: object = {}) => DeviceGrantModel.findOne(at).sort({ _id: -1 }).lean();

describe('signing in on a device', () => {
  it('gives a token with the scopes that were asked for, named after the program, once', async () => {
    const codes = await begin();
    expect(await refusalOf(redeem(codes.device_code))).toBe('authorization_pending');
    await decideDevice({ user_code: codes.user_code, decision: 'approve' }, ada);
    const answer = await redeem(codes.device_code);
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 90 * 86_400, scope: 'read publish' });
    const mine = await call(me.GET, {}, { token: answer.access_token });
    expect(mine.body).toMatchObject({ username: ada.username, scopes: ['read', 'publish'] });
    expect(await listTokens(ada)).toMatchObject([{ name: 'laptop', scopes: ['read', 'publish'] }]);
    expect(await refusalOf(redeem(codes.device_code))).toBe('invalid_grant');
  });

  it('gives one token to fifty who ask with the same code at once', async () => {
    const bob = await person();
    const codes = await begin();
    await decideDevice({ user_code: codes.user_code, decision: 'approve' }, bob);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refusalOf(redeem(codes.device_code))));
    expect(answers.filter((code) => code === 'none')).toHaveLength(1);
    expect(answers.filter((code) => code === 'invalid_grant')).toHaveLength(49);
    expect(await listTokens(bob)).toHaveLength(1);
  });

  it('is decided once, by the first of fifty', async () => {
    const { user_code } = await begin();
    const decide = (index: number) =>
      refusalOf(decideDevice({ user_code, decision: index % 2 ? 'approve' : 'deny' }, ada));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => decide(index)));
    expect(answers.filter((code) => code === 'none')).toHaveLength(1);
    expect(answers.filter((code) => code === 'device_decided')).toHaveLength(49);
  });

  it('that is denied gives nothing', async () => {
    const codes = await begin();
    await decideDevice({ user_code: codes.user_code, decision: 'deny' }, ada);
    expect(await refusalOf(redeem(codes.device_code))).toBe('access_denied');
  });

  it('ends after fifteen minutes, for the program and for the person', async () => {
    const codes = await begin();
    await DeviceGrantModel.updateMany({ status: 'pending' }, { $set: { expiresAt: new Date() } });
    expect(await refusalOf(redeem(codes.device_code))).toBe('expired_token');
    expect(await refusalOf(decideDevice({ user_code: codes.user_code, decision: 'approve' }, ada))).toBe(
      'expired_token',
    );
    expect((await getDeviceRequest(codes.user_code, ada, fromElsewhere()))?.state).toBe('expired');
    const approved = await begin();
    await decideDevice({ user_code: approved.user_code, decision: 'approve' }, ada);
    await DeviceGrantModel.updateMany({ status: 'approved' }, { $set: { expiresAt: new Date() } });
    expect(await refusalOf(redeem(approved.device_code))).toBe('expired_token');
  });

  it('tells a program that asks too often to slow down, and to wait longer from then on', async () => {
    const codes = await begin();
    expect(await refusalOf(redeem(codes.device_code))).toBe('authorization_pending');
    await expect(redeem(codes.device_code)).rejects.toMatchObject({ code: 'slow_down', retryAfterSeconds: 10 });
    expect((await grantOf({ status: 'pending' }))?.intervalSeconds).toBe(10);
    await DeviceGrantModel.updateMany({}, { $set: { nextPollAt: new Date() } });
    expect(await refusalOf(redeem(codes.device_code))).toBe('authorization_pending');
  });
});

describe('a code', () => {
  it('is kept as a hash, and as nothing else', async () => {
    const codes = await begin();
    const row = JSON.stringify(await grantOf());
    for (const secret of [codes.device_code, codes.user_code, codes.user_code.replace('-', '')])
      expect(row).not.toContain(secret);
  });

  it('is read however a person types it', () => {
    for (const typed of ['BCDF-GHJK', 'bcdfghjk', ' bcdf ghjk ', 'bc-df-gh-jk', 'BCDF–GHJK'])
      expect([typed, readUserCode(typed)]).toEqual([typed, 'BCDFGHJK']);
    for (const wrong of ['', 'BCDF-GHJ', 'BCDF-GHJKL', 'ACDF-GHJK', '1CDF-GHJK', '{"$gt":""}'])
      expect([wrong, readUserCode(wrong)]).toEqual([wrong, null]);
    expect(USER_CODE_ALPHABET).not.toMatch(/[AEIOUY0-9]/);
  });

  it('shows what is asked for, from where, and then that it is decided', async () => {
    const eve = await person();
    const { user_code } = await begin(['manage']);
    const request = (who: Actor) => getDeviceRequest(user_code.toLowerCase(), who, fromElsewhere());
    expect(await request(ada)).toMatchObject({
      userCode: user_code,
      clientName: 'laptop',
      scopes: ['manage'],
      address: expect.stringContaining('192.0.2.'),
      state: 'pending',
    });
    await decideDevice({ user_code, decision: 'approve' }, ada);
    expect([(await request(ada))?.state, (await request(eve))?.state]).toEqual(['approved-mine', 'used']);
    expect(await getDeviceRequest('BCDF-GHJK', ada, fromElsewhere())).toBeNull();
    expect(await refusalOf(decideDevice({ user_code: 'BCDF-GHJK', decision: 'deny' }, ada))).toBe('not_found');
  });

  it('cannot be tried out: twenty look-ups in fifteen minutes, known or not', async () => {
    const { user_code } = await begin();
    const address = fromElsewhere();
    for (let tries = 0; tries < 20; tries += 1) await getDeviceRequest('BCDF-GHJK', ada, address);
    expect(await refusalOf(getDeviceRequest(user_code, ada, address))).toBe('rate_limited');
  });
});

describe('over HTTP', () => {
  const post = (handler: unknown, raw: string, address: string, headers: object = FORM) =>
    call(handler, {}, { method: 'POST', raw, headers: { 'x-forwarded-for': address, ...headers } });
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

  it('takes the form that RFC 8628 asks for, and JSON', async () => {
    const asked = form({ client_id: 'cli', client_name: 'laptop', scopes: 'read manage' });
    const begun = await post(deviceCode.POST, asked, fromElsewhere());
    expect([begun.status, begun.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(begun.body.user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect(begun.body.verification_uri_complete).toBe(
      `${begun.body.verification_uri}?user_code=${begun.body.user_code}`,
    );
    const poll = form({ grant_type, device_code: String(begun.body.device_code), client_id: 'cli' });
    const pending = await post(deviceToken.POST, poll, fromElsewhere());
    expect([pending.status, pending.body]).toMatchObject([
      400,
      { code: 'authorization_pending', error: 'authorization_pending' },
    ]);
    await decideDevice({ user_code: String(begun.body.user_code), decision: 'approve' }, ada);
    const done = await post(deviceToken.POST, poll, fromElsewhere());
    expect([done.status, done.body.scope]).toEqual([200, 'read manage']);
  });

  it.each([
    [{ grant_type: 'password', device_code: 'x' }, 'unsupported_grant_type', 'unsupported_grant_type'],
    [{ grant_type }, 'invalid_input', 'invalid_request'],
    [{ grant_type, device_code: 'x', more: 'y' }, 'invalid_input', 'invalid_request'],
    [{ grant_type, device_code: 'unknown' }, 'invalid_grant', 'invalid_grant'],
  ])('refuses %j in our words and in those of OAuth', async (fields, code, error) => {
    const sent = await post(deviceToken.POST, form(fields as Record<string, string>), fromElsewhere());
    expect([sent.status, sent.body]).toMatchObject([400, { code, error }]);
    const json = await post(deviceToken.POST, JSON.stringify(fields), fromElsewhere(), {});
    expect([json.status, json.body]).toMatchObject([400, { code, error }]);
  });

  it('lets a program wait as long as it must, and one that guesses twenty times', async () => {
    const address = fromElsewhere();
    const { device_code } = await begin();
    const ask = (code: string) => post(deviceToken.POST, form({ grant_type, device_code: code }), address);
    for (let asked = 0; asked < 40; asked += 1) expect((await ask(device_code)).status).toBe(400);
    for (let guessed = 0; guessed < 20; guessed += 1)
      expect((await ask(`guess-${guessed}`)).body.code).toBe('invalid_grant');
    const stopped = await ask('guess-21');
    expect([stopped.status, stopped.body]).toMatchObject([429, { code: 'rate_limited', error: 'slow_down' }]);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(device_code)).status).toBe(400);
  });

  it('begins twenty sign-ins from one address, not more', async () => {
    const address = fromElsewhere();
    const start = () => post(deviceCode.POST, '{}', address, {});
    for (let begun = 0; begun < 20; begun += 1) expect((await start()).status).toBe(200);
    expect((await start()).status).toBe(429);
  });
});
