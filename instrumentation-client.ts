/** Without this zod tries out `eval` in every browser, which our content policy forbids and reports as an error of the page. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
