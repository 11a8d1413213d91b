/** Seconds for which a download link lives. */
export const DOWNLOAD_TTL_SECONDS = 300;

/** A file name for `Content-Disposition`: ASCII without quotes, whatever the names are. */
export const downloadFilename = (namespace: string, name: string, version: string): string =>
  `${namespace}-${name}-${version}.tgz`.replace(/[^A-Za-z0-9._+-]/g, '_');

/** The UTC day that a download counts for, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const DAY_MS = 86_400_000;

/** So many UTC days in order, the last being that of the moment. */
export const daysUntil = (moment: Date, count: number): string[] =>
  Array.from({ length: count }, (_, at) => dayOf(new Date(moment.getTime() - (count - 1 - at) * DAY_MS)));
