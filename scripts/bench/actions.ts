import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { given } from './settings';

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };

/** The id under which a build knows a server action. */
export function actionId(buildDir: string, filename: string, exportedName: string): string {
  const manifest = JSON.parse(
    readFileSync(join(buildDir, 'server/server-reference-manifest.json'), 'utf8'),
  ) as Manifest;
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.exportedName === exportedName && action.filename?.endsWith(filename),
  );
  if (!found) throw new Error(`the build in ${buildDir} has no action ${exportedName} of ${filename}`);
  return found[0];
}

/** The request by which a browser with JavaScript calls an action with one plain argument, or none. */
export function actionRequest(path: string, id: string, argument?: object, cookie?: string) {
  return {
    method: 'POST',
    path,
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify(argument ? [argument] : []),
  };
}

/** Signs in by the form, as a person would; the cookies that the browser would send from then on. */
export async function signIn(username: string): Promise<string> {
  const answer = await fetch(`${given('APP_URL')}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: given('APP_URL') },
    body: new URLSearchParams({ username, redirect_url: '/' }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`signing in answered ${answer.status}`);
  return cookies.join('; ');
}
