import { dirname } from 'node:path';

/** The folder that holds `node_modules`: the reference is built below the repository's own. */
const root = process.env.BENCH_ROOT ?? dirname(import.meta.dirname);

export default { poweredByHeader: false, compress: true, turbopack: { root } };
