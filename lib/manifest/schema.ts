/** The front door of the manifest: schema, types, reader and JSON Schema. */
export { manifestJsonSchema } from './json-schema';
export { type Manifest, type ManifestInput, manifestSchema } from './manifest';
export { type LineOf, MANIFEST_PATH, parseManifest } from './parse';
