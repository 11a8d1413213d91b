import 'server-only';

/** Every key of the bucket. Clients only ever hold links to `uploads/`; `artifacts/` is written by the server alone. */
export const objectKeys = {
  upload: (uploadId: string) => `uploads/${uploadId}`,
  artifact: (sha256: string) => `artifacts/${sha256.slice(0, 2)}/${sha256}`,
};
