import autocannon from 'autocannon';

/** A process of its own, so that making load never takes time from what measures or serves. One job a message. */
process.on('message', async ({ url, connections, seconds, requests }) => {
  let client = 0;
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    setupClient: (each) => {
      // Every connection begins elsewhere, so that they do not all write the same document at once.
      const from = Math.floor((client * requests.length) / connections);
      client += 1;
      each.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  const { requests: sent, latency, duration, errors, timeouts, statusCodeStats } = await run;
  const statuses = Object.fromEntries(Object.entries(statusCodeStats).map(([code, { count }]) => [code, count]));
  process.send({
    count: sent.total,
    perSecond: sent.total / duration,
    p50: latency.p50,
    errors: errors + timeouts,
    statuses,
  });
});
process.on('disconnect', () => process.exit(0));
