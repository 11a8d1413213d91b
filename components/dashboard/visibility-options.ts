import type { Visibility } from '@/types/module';

const LABELS: Record<Visibility, string> = {
  public: 'Public: listed and searchable',
  unlisted: 'Unlisted: for whoever has the address',
  private: 'Private: for you alone',
};

export const VISIBILITY_OPTIONS = Object.entries(LABELS).map(([value, label]) => ({ value, label }));
