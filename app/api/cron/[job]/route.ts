import { problem } from '@/lib/http/problem';
import { isCronCall, isJob, runJob } from '@/lib/operations/commands';

/** Entry point of schedulers: `Authorization: Bearer <CRON_SECRET>`. Without a secret configured there is nothing here. */
export async function GET(request: Request, { params }: { params: Promise<{ job: string }> }): Promise<Response> {
  const { job } = await params;
  if (!isCronCall(request.headers.get('authorization')) || !isJob(job)) return problem('not_found');
  return Response.json(await runJob(job), { headers: { 'cache-control': 'no-store' } });
}
