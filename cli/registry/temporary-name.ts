import { randomBytes } from 'node:crypto';

/** A name for a file on its way, which no other process uses. */
export const temporaryName = (): string => `.${process.pid}-${randomBytes(6).toString('hex')}.dotkit-tmp`;
