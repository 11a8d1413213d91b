'use server';

export async function noop() {
  return { ok: true };
}
