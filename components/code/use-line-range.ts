import { type MouseEvent, type RefObject, useEffect } from 'react';
import { lineRangeHash, parseLineRange } from '@/lib/utils/line-range';

/** Marks the lines that the address names, and answers a click with Shift with the stretch from the line named before. */
export function useLineRange(code: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const mark = () => {
      const range = parseLineRange(location.hash);
      for (const line of code.current?.querySelectorAll('[data-lit]') ?? []) line.removeAttribute('data-lit');
      if (!range) return;
      const lines = [...(code.current?.children ?? [])].slice(range[0] - 1, range[1]);
      for (const line of lines) line.setAttribute('data-lit', '');
      if (range[0] !== range[1]) lines[0]?.scrollIntoView({ block: 'center' });
    };
    mark();
    addEventListener('hashchange', mark);
    return () => removeEventListener('hashchange', mark);
  }, [code]);

  return (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const [to] = parseLineRange(link?.hash ?? '') ?? [];
    const [from] = parseLineRange(location.hash) ?? [];
    if (!event.shiftKey || from === undefined || to === undefined) return;
    event.preventDefault();
    location.hash = lineRangeHash(from, to);
  };
}
