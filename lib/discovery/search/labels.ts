import type { SuggestionDto } from '@/types/module';
import type { ModuleKind } from '@/types/module-kind';
import { bytes, integers } from './growing-array';

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** What a suggestion shows, as bytes: one text a line, the title last because it alone may hold anything. */
export const encodeLabel = ({ namespace, name, kind, title }: SuggestionDto): Uint8Array =>
  encoder.encode([namespace, name, kind, title].join('\n'));

export function decodeLabel(label: Uint8Array): SuggestionDto {
  const [namespace = '', name = '', kind = '', ...title] = decoder.decode(label).split('\n');
  return { namespace, name, title: title.join('\n'), kind: kind as ModuleKind };
}

/** Short texts one behind the other: a million of them are two arrays. */
export class Labels {
  readonly #bytes = bytes();
  readonly #ends = integers();

  push(label: Uint8Array): void {
    this.#bytes.append(label);
    this.#ends.push(this.#bytes.length);
  }

  at(index: number): Uint8Array {
    return this.#bytes.view().subarray(index === 0 ? 0 : this.#ends.at(index - 1), this.#ends.at(index));
  }

  /** The same in another order, without room for more. */
  inOrder(order: Uint32Array): Labels {
    const sorted = new Labels();
    for (const index of order) sorted.push(this.at(index));
    sorted.#bytes.trim();
    sorted.#ends.trim();
    return sorted;
  }
}
