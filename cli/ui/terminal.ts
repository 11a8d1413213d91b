import { stripVTControlCharacters } from 'node:util';

import { setColours, type Text } from './text';

type Stream = NodeJS.WriteStream;
/** Of a terminal that does not say. */
const WIDTH = 80;
/** Something that text is written to. Once its reader is gone, what is written is dropped. */
export type Sink = {
  isTerminal: boolean;
  columns: number;
  /** Without colours where the stream has none. */
  write: (text: Text | string) => void;
  /** As it is, cursor movements included. */
  draw: (sequence: string) => void;
};

/**
 * Whether a stream gets colours: never with `--no-color` or NO_COLOR (https://no-color.org), always with FORCE_COLOR,
 * otherwise when a person watches.
 */
export function wantsColours(isTerminal: boolean, noColor: boolean, env: NodeJS.ProcessEnv): boolean {
  if (noColor || (env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

function sinkOf(stream: Stream, coloured: boolean): Sink {
  let closed = false;
  // A reader that left early, such as `head`, must not stop a transaction halfway.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  const draw = (sequence: string) => {
    if (!closed) stream.write(sequence);
  };
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns || WIDTH,
    write: (text) => draw(coloured ? text.toString() : stripVTControlCharacters(text.toString())),
    draw,
  };
}

export type Terminal = { out: Sink; err: Sink };

/** The process' own streams, with colours as the terminal, the environment and `--no-color` say. */
export function openTerminal(noColor: boolean): Terminal {
  const { stdout, stderr, env } = process;
  // Some pseudo-terminals say 0, and whoever wraps by that, as the prompts do, puts each letter on a line of its own.
  for (const stream of [stdout, stderr]) if (stream.isTTY && stream.columns === 0) stream.columns = WIDTH;
  const [out, err] = [stdout, stderr].map((stream) => wantsColours(stream.isTTY === true, noColor, env));
  setColours(out === true || err === true);
  return { out: sinkOf(stdout, out === true), err: sinkOf(stderr, err === true) };
}

/** Waits until everything written has left the process. */
export async function flush(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writableLength > 0 && !stream.destroyed) await new Promise((done) => stream.write('', done));
  }
}
