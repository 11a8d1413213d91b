import { type Packed, pack, put } from '../../../tests/support/builders';

/** One archive on its way through the REST API, as its author knows it. */
export type Publish = {
  packed: Packed;
  name: string;
  uploadId: string;
  /** Whether the server answered that it has taken the upload over: from then on it may not be lost. */
  acknowledged: boolean;
  /** What an undisturbed server would decide. */
  verdict: 'published' | 'rejected';
  /** Where the server was killed. */
  at: string;
};

type Answer = { status: number; body: Record<string, unknown> };

/** Calls of one person; a server that dies answers status 0. */
export function clientOf(token: string, username: string) {
  const call = async (base: string, method: string, path: string, body?: object): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/json',
    };
    try {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
    } catch {
      return { status: 0, body: {} };
    }
  };

  /** Announces an archive and sends its bytes; an archive that is to be rejected lacks its summary. */
  const stage = async (base: string, name: string, at: string, verdict: Publish['verdict']): Promise<Publish> => {
    const packed = pack(`@${username}/${name}`, verdict === 'rejected' ? { manifest: { summary: undefined } } : {});
    const { bytes, sha256, ref, version } = packed;
    const started = await call(base, 'POST', '/uploads', { name: ref, version, size: bytes.byteLength, sha256 });
    if (started.status !== 201) throw new Error(`${at}: the upload was not taken: ${JSON.stringify(started)}`);
    const link = started.body as { uploadId: string; url: string; headers: Record<string, string> };
    const stored = await put(link, bytes);
    if (stored !== 200) throw new Error(`${at}: the storage answered ${stored}`);
    return { packed, name, uploadId: link.uploadId, acknowledged: false, verdict, at };
  };

  /** Says that the bytes are there; repeated by its author until the server answers. */
  const complete = async (base: string, publish: Publish): Promise<void> => {
    const { status } = await call(base, 'POST', `/uploads/${publish.uploadId}/complete`);
    if (status === 202) publish.acknowledged = true;
  };

  return { call, stage, complete, username };
}

export type Client = ReturnType<typeof clientOf>;
