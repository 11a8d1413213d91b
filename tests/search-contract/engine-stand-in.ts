import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = { method: string; path: string; body: string };
type Reply = { status: number; body: unknown } | null;

/** A server that answers as a case wants it, and notes what it was asked; a reply of null never comes. */
export async function standIn(answer: (heard: Heard) => Reply) {
  const heard: Heard[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const piece of incoming) body += String(piece);
    const { method = '', url: path = '' } = incoming;
    heard.push({ method, path, body });
    const reply = answer({ method, path, body });
    if (reply)
      response.writeHead(reply.status).end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, heard, stop };
}
