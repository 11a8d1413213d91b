const GRACE_MS = 2000;

/** Listens on 127.0.0.1, at `preferred` if that port is free (links given out before a restart then live on). */
export async function listenOnLoopback(server, preferred = 0) {
  const listen = (port) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve(server.address().port);
      });
    });
  try {
    return await listen(preferred);
  } catch (error) {
    if (preferred === 0 || error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  }
}

/** Lets requests under way end, for a moment, and closes the rest. */
export async function stopServer(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}
