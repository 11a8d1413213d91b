type Progress = (sentBytes: number) => void;

/** A PUT that tells how far it is, which `fetch` cannot. Resolves with the HTTP status; rejects when the network fails or `signal` aborts. */
export function putWithProgress(
  link: { url: string; headers: Record<string, string> },
  body: Blob,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', link.url);
    for (const [name, value] of Object.entries(link.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve(request.status);
    request.onerror = () => reject(new Error('The connection was lost.'));
    request.onabort = () => reject(new DOMException('Cancelled.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
