import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hashOf, MODULE, makeArchives, PACKAGE } from './s13-content';

const TARBALL = `/${PACKAGE.name}/-/${PACKAGE.name}-${PACKAGE.version}.tgz`;
const MODULE_PATH = '/api/v1/modules/bench/sixty';

type Answers = Map<string, Buffer>;
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

function moduleAnswers(url: string, archive: Buffer): Answers {
  const { ref, version } = MODULE;
  const sha256 = hashOf('sha256', archive, 'hex');
  const card = {
    ...{
      namespace: 'bench',
      name: 'sixty',
      title: 'Sixty',
      summary: '',
      kind: 'terminal-config',
      license: 'MIT',
      version,
    },
    ...{ dependencies: {}, requires: {}, provides: {}, links: {}, writes: [], sha256, sizeBytes: archive.length },
    capabilities: { runs: [], network: [], root: false, labels: [] },
    versions: [{ version, publishedAt: '2026-01-01T00:00:00.000Z' }],
  };
  const link = {
    url: `${url}/artifact`,
    expiresAt: '2030-01-01T00:00:00.000Z',
    sha256,
    size: archive.length,
    filename: `${ref}.tgz`,
  };
  return new Map([
    [MODULE_PATH, json(card)],
    [`${MODULE_PATH}/versions/${version}/download`, json(link)],
    ['/artifact', archive],
  ]);
}

function packageAnswers(url: string, tarball: Buffer): Answers {
  const { name, version } = PACKAGE;
  const dist = {
    tarball: `${url}${TARBALL}`,
    shasum: hashOf('sha1', tarball, 'hex'),
    integrity: `sha512-${hashOf('sha512', tarball, 'base64')}`,
  };
  const packument = { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } };
  return new Map([
    [`/${name}`, json(packument)],
    [TARBALL, tarball],
  ]);
}

/** Both registries on loopback: what dotkit and what npm ask for to install the same files. */
export async function startRegistries(): Promise<{ url: string; close: () => void }> {
  const { module, packed } = await makeArchives();
  const answers: Answers = new Map();
  const server = createServer(({ url = '' }, response) => {
    const body = answers.get(new URL(url, 'http://registry').pathname);
    if (body === undefined) return void response.writeHead(404).end('{}');
    const type = body[0] === 0x1f ? 'application/gzip' : 'application/json';
    response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [path, body] of [...moduleAnswers(url, module), ...packageAnswers(url, packed)]) answers.set(path, body);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
}
