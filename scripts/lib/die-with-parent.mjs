/**
 * Preloaded into a server that knows nothing of its launcher: when that is killed, the channel to it closes.
 * The server's own workers inherit this preload, but live by another channel, which must stay as it is.
 */
if (process.channel && process.env.DOTKIT_LAUNCHED) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Listening alone would keep a process alive that has nothing more to do.
  process.channel.unref();
}
delete process.env.DOTKIT_LAUNCHED;
