import { z } from 'zod';
import type { Same } from '@/types/same';

/** Takes a schema only when TypeScript finds it to describe exactly this type: an answer cannot drift from its DTO. */
export const exactly =
  <Dto>() =>
  <S extends z.ZodType>(schema: S, ..._proof: Same<z.output<S>, Dto> extends true ? [] : [never]): S =>
    schema;

export const time = z.string().meta({ format: 'date-time', description: 'A moment in UTC, ISO 8601.' });
export const count = z.number().int().min(0);
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 in hexadecimal.' });
export const bytes = count.meta({ description: 'Bytes.' });
export const texts = z.array(z.string());

/** One page of a list. `nextCursor` is null on the last one. */
export const pageOfShape = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Goes into `cursor` for the next page; null on the last.' }),
  });
