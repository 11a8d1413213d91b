import type { ReactNode } from 'react';
import type { z } from 'zod';

export type Panel = (fields: unknown) => ReactNode;

/** The panel of one kind's manifest object. Fields of an older shape than the schema's show nothing rather than break the page. */
export function definePanel<T>(schema: z.ZodType<T>, render: (fields: T) => ReactNode): Panel {
  return (fields) => {
    const parsed = schema.safeParse(fields);
    return parsed.success ? render(parsed.data) : null;
  };
}
