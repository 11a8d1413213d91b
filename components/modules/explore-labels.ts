import { isModuleKind } from '@/types/module-kind';
import { KIND_INFO } from './kind-info';

export const FACET_TITLES: Record<string, string> = {
  kind: 'Kind',
  app: 'App',
  os: 'System',
  shell: 'Shell',
  appearance: 'Appearance',
  capability: 'May do',
  license: 'Licence',
  tag: 'Tag',
  author: 'Author',
  stars: 'Stars',
  updated: 'Updated',
};

const VALUE_LABELS: Record<string, string> = {
  runs: 'Runs programs',
  network: 'Uses the network',
  root: 'Needs root',
  none: 'Nothing of its own',
};

/** How a value of a filter is written for people. */
export function labelOf(key: string, value: string): string {
  if (key === 'kind' && isModuleKind(value)) return KIND_INFO[value].plural;
  if (key === 'capability') return VALUE_LABELS[value] ?? value;
  return key === 'author' ? `@${value}` : value;
}

/** A total as it is known: exact, or the bound that it exceeds. */
export const totalText = (total: number, isBound: boolean): string =>
  `${total.toLocaleString('en')}${isBound ? '+' : ''}`;
