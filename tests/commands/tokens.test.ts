import { expect, it } from 'vitest';
import { authenticateToken, createToken as create, revokeToken } from '@/lib/tokens/commands';
import { listTokens } from '@/lib/tokens/queries';
import { newSecret } from '@/lib/tokens/secret';
import { startUpload, yankVersion } from '@/lib/versions/commands';
import { ApiTokenModel } from '@/models/api-token';
import type { Actor, TokenScope } from '@/types/actor';
import { announced, pack, person, publish, refusalOf } from '../support/builders';
import { onOwnDatabase } from '../support/database';

onOwnDatabase();

const createToken = (actor: Actor, scopes: TokenScope[] = ['read', 'publish'], days = 30) =>
  create({ name: 'laptop', scopes, days }, actor);

it('names its person, with the scopes that it was given and no more', async () => {
  const ada = await person();
  const { token } = await createToken(ada, ['read']);
  expect(await authenticateToken(token)).toEqual({ ...ada, scopes: ['read'] });
});

it('is stored as a hash, listed without its secret and shown by its beginning', async () => {
  const ada = await person();
  const { token, id } = await createToken(ada);
  const [listed] = await listTokens(ada);
  expect(listed).toMatchObject({ id, name: 'laptop', prefix: token.slice(0, 7), scopes: ['read', 'publish'] });
  expect(JSON.stringify([listed, await ApiTokenModel.find({ userId: ada.userId }).lean()])).not.toContain(
    token.slice(8),
  );
});

it('is refused when it is mistyped, unknown, expired or revoked', async () => {
  const ada = await person();
  const { token, id } = await createToken(ada);
  const mistyped = token.replace(/.(?=.{12}$)/, (letter) => (letter === 'a' ? 'b' : 'a'));
  for (const wrong of ['', 'dk_', mistyped, token.slice(0, -1), `${token} `, token.toUpperCase(), newSecret()])
    expect([wrong, await refusalOf(authenticateToken(wrong))]).toEqual([wrong, 'invalid_token']);
  await ApiTokenModel.updateOne({ _id: id }, { $set: { expiresAt: new Date() } });
  expect(await refusalOf(authenticateToken(token))).toBe('invalid_token');
  await ApiTokenModel.updateOne({ _id: id }, { $set: { expiresAt: new Date(Date.now() + 1000) } });
  expect(await refusalOf(authenticateToken(token))).toBe('none');
  await revokeToken({ id }, ada);
  expect(await refusalOf(authenticateToken(token))).toBe('invalid_token');
});

it('is revoked by its person alone', async () => {
  const [ada, eve] = [await person(), await person()];
  const { token, id } = await createToken(ada);
  expect(await refusalOf(revokeToken({ id }, eve))).toBe('not_found');
  expect(await listTokens(eve)).toEqual([]);
  expect(await refusalOf(authenticateToken(token))).toBe('none');
});

it('notes its last use once a minute', async () => {
  const ada = await person();
  const { token, id } = await createToken(ada);
  const lastUsed = async () => (await ApiTokenModel.findById(id).lean())?.lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await authenticateToken(token);
  const first = await lastUsed();
  await authenticateToken(token);
  expect(await lastUsed()).toEqual(first);
  await ApiTokenModel.updateOne({ _id: id }, { $set: { lastUsedAt: new Date(Date.now() - 61_000) } });
  await authenticateToken(token);
  expect((await lastUsed())?.getTime()).toBeGreaterThan(Date.now() - 30_000);
});

it('cannot publish, yank or change with the scope to read', async () => {
  const ada = await person();
  await publish(ada, 'guarded');
  const reader = await authenticateToken((await createToken(ada, ['read'])).token);
  const ref = { namespace: ada.username, name: 'guarded', version: '1.0.0' };
  const packed = pack(`@${ada.username}/guarded`, { version: '2.0.0' });
  expect(await refusalOf(startUpload(announced(packed), reader))).toBe('scope_missing');
  expect(await refusalOf(yankVersion({ ...ref, reason: 'x' }, reader))).toBe('scope_missing');
});
