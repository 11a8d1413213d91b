import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One version that the registry serves: its archive, and what it says of it where that is not the truth. */
export type Served = {
  archive: Buffer;
  manifest?: Record<string, unknown>;
  publishedAt?: string;
  yanked?: string;
  /** What the registry announces instead of the hash and size of the archive. */
  sha256?: string;
  size?: number;
  /** Where it says that the archive lies. */
  url?: string;
};

export type Heard = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export type TestRegistry = {
  url: string;
  heard: Heard[];
  /** Versions by module: `serve['@a/zsh'] = { '1.0.0': … }`. */
  serve: Record<string, Record<string, Served>>;
  /** Answers for whole paths (`GET /api/v1/me`), before everything else. */
  on: Map<string, Handler>;
  close: () => Promise<void>;
};

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function sendJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    ...headers,
  });
  response.end(JSON.stringify(value));
}

export const problem = (code: string, detail: string) => ({ type: 'about:blank', title: code, code, detail });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const MODULE = /^\/api\/v1\/modules\/([^/]+)\/([^/]+)(?:\/versions\/([^/]+)(\/download)?)?$/;

function versionOf(ref: string, version: string, served: Served) {
  return {
    version,
    publishedAt: served.publishedAt ?? '2026-01-01T00:00:00.000Z',
    ...(served.yanked === undefined ? {} : { yanked: { reason: served.yanked, at: '2026-02-01T00:00:00.000Z' } }),
    sha256: served.sha256 ?? sha256(served.archive),
    size: served.size ?? served.archive.length,
    manifest: { name: ref, version, ...served.manifest },
  };
}

function cardOf(ref: string, versions: Record<string, Served>) {
  const all = Object.entries(versions);
  const [version, latest] = all.find(([, { yanked }]) => yanked === undefined) ?? all[0] ?? [];
  if (version === undefined || latest === undefined) return null;
  const { sha256: hash, size, manifest } = versionOf(ref, version, latest);
  const { kind = 'color-theme', bundle, dependencies = {} } = manifest as Record<string, unknown>;
  return {
    ...{ title: 'Sample', summary: 'A sample.', license: 'MIT', keywords: [], downloads: 3, stars: 1 },
    ...{ namespace: ref.slice(1).split('/')[0], name: ref.split('/')[1], kind, version, dependencies },
    ...(bundle === undefined ? {} : { bundle }),
    ...{
      capabilities: { runs: [], network: [], root: false, labels: [] },
      writes: [],
      requires: {},
      provides: {},
      links: {},
    },
    ...{ sha256: hash, sizeBytes: size, versions: all.map(([name, served]) => versionOf(ref, name, served)) },
  };
}

/** A registry on loopback that serves what a test puts into it, true or not. Versions are newest first, as written. */
export async function startRegistry(): Promise<TestRegistry> {
  const heard: Heard[] = [];
  const serve: TestRegistry['serve'] = {};
  const on: TestRegistry['on'] = new Map();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://registry');
    const body = await bodyOf(request);
    heard.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const special = on.get(`${request.method} ${url.pathname}`);
    if (special !== undefined) return special(request, response, body);
    const [, hash] = /^\/blobs\/([^/]+)$/.exec(url.pathname) ?? [];
    if (hash !== undefined) {
      const archive = Object.values(serve)
        .flatMap(Object.values)
        .find((one: Served) => sha256(one.archive) === hash)?.archive;
      return archive
        ? void response.writeHead(200, { 'content-length': archive.length }).end(archive)
        : void response.writeHead(404).end();
    }
    const [, namespace = '', name = '', version, download] = MODULE.exec(url.pathname) ?? [];
    const ref = `@${decodeURIComponent(namespace)}/${decodeURIComponent(name)}`;
    const versions = serve[ref] ?? {};
    const served = version === undefined ? undefined : versions[decodeURIComponent(version)];
    const card = cardOf(ref, versions);
    if (card === null || (version !== undefined && served === undefined))
      return sendJson(response, problem('not_found', 'There is nothing here.'), 404);
    if (version === undefined || served === undefined) return sendJson(response, card);
    const facts = versionOf(ref, decodeURIComponent(version), served);
    if (download === undefined) return sendJson(response, facts);
    if (served.yanked !== undefined && url.searchParams.get('yanked') !== 'allow')
      return sendJson(response, problem('yanked', `This version was yanked: ${served.yanked}`), 410);
    const where = served.url ?? `${registryUrl}/blobs/${sha256(served.archive)}`;
    sendJson(response, {
      url: where,
      expiresAt: '2026-12-01T00:00:00.000Z',
      sha256: facts.sha256,
      size: facts.size,
      filename: 'a.tgz',
    });
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registryUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: registryUrl, heard, serve, on, close };
}
