import { manifestJsonSchema } from '@/lib/manifest/schema';

export const dynamic = 'force-static';

/** The JSON Schema of `dotkit.json`, from the same zod schema that the server, the form and the CLI use. */
export function GET(): Response {
  return Response.json(manifestJsonSchema(), {
    headers: { 'content-type': 'application/schema+json', 'access-control-allow-origin': '*' },
  });
}
