/** Every code that a manifest can be refused with. The archive's table of codes includes this one. */
export const MANIFEST_CODES = {
  'manifest-too-large': ['error', 'dotkit.json is larger than 64 KiB.'],
  'manifest-bom': ['error', 'dotkit.json begins with a byte order mark. Save it as plain UTF-8.'],
  'manifest-encoding': ['error', 'dotkit.json is not valid UTF-8.'],
  'manifest-json': ['error', 'dotkit.json is not valid JSON.'],
  'manifest-duplicate-key': ['error', 'The same key stands twice in one object.'],
  'manifest-forbidden-key': ['error', 'A key is not allowed.'],
  'manifest-too-deep': ['error', 'dotkit.json is nested too deeply.'],
  'manifest-unknown-key': ['error', 'A key is unknown.'],
  'manifest-invalid': ['error', 'A value is not valid.'],
  'dest-invalid': ['error', 'A destination is not allowed.'],
  'dest-sensitive': ['error', 'A destination holds keys, passwords or sessions; no module may write there.'],
  'dest-autostart': ['error', 'A destination starts programs by itself; this kind of module may not write there.'],
  'dest-conflict': ['error', 'Two entries of files[] write the same destination.'],
  'dependency-self': ['error', 'A module cannot depend on, conflict with or contain itself.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;

export type ManifestCode = keyof typeof MANIFEST_CODES;
