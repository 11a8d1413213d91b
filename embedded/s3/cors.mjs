const METHODS = 'GET, PUT, HEAD, POST, DELETE';
const EXPOSED = 'ETag, Content-Length, Content-Range, Content-Disposition, x-amz-checksum-sha256, x-amz-request-id';

/** Lets the site's own pages, and no others, talk to the storage from a browser. */
export function createCors(origins) {
  const allowed = new Set(origins);
  return {
    /** Sets the headers of an ordinary answer. */
    apply(request, response) {
      response.setHeader('vary', 'Origin');
      if (!allowed.has(request.headers.origin)) return;
      response.setHeader('access-control-allow-origin', request.headers.origin);
      response.setHeader('access-control-expose-headers', EXPOSED);
    },
    /** Answers a browser's question before a request. */
    preflight(request, response) {
      const isAllowed = allowed.has(request.headers.origin) && request.headers['access-control-request-method'];
      response.writeHead(isAllowed ? 204 : 403, {
        'content-length': 0,
        ...(isAllowed
          ? {
              'access-control-allow-methods': METHODS,
              'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
              'access-control-max-age': '600',
            }
          : {}),
      });
      response.end();
    },
  };
}
