import { routes } from '@/lib/routes';

/** A type in words, in which the name of each shape leads to it. Names of shapes alone begin with a capital. */
export function TypeText({ type }: { type: string }) {
  const parts = type.split(/("(?:[^"\\]|\\.)*"|\b[A-Z]\w+\b)/);
  return (
    <code>
      {parts.map((part, at) =>
        /^[A-Z]/.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <a key={at} href={`${routes.apiReference('shapes')}#${part}`}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </code>
  );
}
