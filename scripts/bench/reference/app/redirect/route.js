export const dynamic = 'force-dynamic';

/** A link as long as a presigned one, so that both answers weigh the same. */
const LOCATION = `http://127.0.0.1:9/artifact?${'x'.repeat(560)}`;

export function GET() {
  return new Response(null, { status: 307, headers: { location: LOCATION, 'cache-control': 'private, no-store' } });
}
