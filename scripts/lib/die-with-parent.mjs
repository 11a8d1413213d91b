/** Preloaded into a server that knows nothing of its launcher: when that is killed, the channel to it closes. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening alone would keep a process alive that has nothing more to do.
  process.channel.unref();
}
