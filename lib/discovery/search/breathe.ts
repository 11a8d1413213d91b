/** Lets waiting requests in between two stretches of long work. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
