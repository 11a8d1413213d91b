import { expect, it } from 'vitest';
import { hashSecret, isSecret, newSecret } from '@/lib/tokens/secret';

it('has a name to find it by, 240 random bits and a checksum', () => {
  const secret = newSecret();
  expect(secret).toMatch(/^dk_[A-Za-z0-9_-]{40}[0-9a-f]{8}$/);
  expect(Buffer.from(secret.slice(3, 43), 'base64url').byteLength * 8).toBeGreaterThanOrEqual(160);
  expect(isSecret(secret)).toBe(true);
});

it('never comes twice, and no bit of it is always the same', () => {
  const secrets = Array.from({ length: 2000 }, newSecret);
  expect(new Set(secrets).size).toBe(2000);
  const bits = new Array<number>(240).fill(0);
  for (const secret of secrets)
    for (const [index, byte] of Buffer.from(secret.slice(3, 43), 'base64url').entries())
      for (let bit = 0; bit < 8; bit += 1) bits[index * 8 + bit] = (bits[index * 8 + bit] ?? 0) + ((byte >> bit) & 1);
  expect(Math.min(...bits)).toBeGreaterThan(800);
  expect(Math.max(...bits)).toBeLessThan(1200);
});

it('tells a typo from a token, wherever it is', () => {
  const secret = newSecret();
  for (let at = 0; at < secret.length; at += 1) {
    const typo = secret.slice(0, at) + (secret[at] === 'a' ? 'b' : 'a') + secret.slice(at + 1);
    expect([at, isSecret(typo)]).toEqual([at, false]);
  }
  for (const text of ['', 'dk_', secret.slice(1), `${secret}0`, ` ${secret}`, `${secret}\n`])
    expect(isSecret(text)).toBe(false);
});

it('is kept as a SHA-256', () => {
  expect(hashSecret('dk_x')).toMatch(/^[0-9a-f]{64}$/);
  expect(hashSecret(newSecret())).not.toBe(hashSecret(newSecret()));
});
