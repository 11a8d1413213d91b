import { routes } from '@/lib/routes';
import type { SuggestionDto } from '@/types/module';

export const optionId = (index: number) => `find-${index}`;

export type Option =
  | { is: 'module'; module: SuggestionDto; href: string }
  | { is: 'search'; text: string; href: string }
  | { is: 'recent'; text: string; href: string }
  | { is: 'forget' };

/** What the list offers: modules and the search itself for a text, recent searches for none. */
export function optionsFor(text: string, found: SuggestionDto[], recent: string[]): Option[] {
  const search = (q: string) => routes.explore({ q });
  if (text === '') {
    const searches = recent.map((q): Option => ({ is: 'recent', text: q, href: search(q) }));
    return searches.length > 0 ? [...searches, { is: 'forget' }] : [];
  }
  const modules = found.map(
    (module): Option => ({ is: 'module', module, href: routes.module(module.namespace, module.name) }),
  );
  return [...modules, { is: 'search', text, href: search(text) }];
}

/** What a screen reader is told about the list. */
export function statusOf(options: Option[], text: string): string {
  if (options.length === 0) return '';
  if (text === '') return `${options.length - 1} recent searches. Delete removes one.`;
  const count = options.length - 1;
  return count === 0 ? 'No suggestions.' : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}.`;
}
