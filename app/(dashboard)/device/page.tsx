import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PageHead } from '@/components/dashboard/page-head';
import { CodeForm } from '@/components/devices/code-form';
import { DeviceRequest } from '@/components/devices/device-request';
import { Notice } from '@/components/ui/notice';
import { getDeviceRequest } from '@/lib/devices/queries';
import { DomainError } from '@/lib/errors';
import { addressOf } from '@/lib/infra/address';
import { routes } from '@/lib/routes';
import type { Actor } from '@/types/actor';
import type { DeviceRequestDto } from '@/types/device';
import { signedIn } from '../signed-in';

export const metadata: Metadata = {
  title: 'Sign in on a device',
  description: 'Approve a program that asks to act for you.',
  alternates: { canonical: routes.device() },
};

type Query = Record<string, string | string[] | undefined>;
type Found = { request: DeviceRequestDto | null; refusal?: string };

async function find(typed: string, actor: Actor): Promise<Found> {
  if (typed === '') return { request: null };
  try {
    const request = await getDeviceRequest(typed, actor, addressOf(await headers()));
    return request ? { request } : { request, refusal: 'There is no such code. Look at it again, letter by letter.' };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'rate_limited') return { request: null, refusal: error.message };
    throw error;
  }
}

export default async function DevicePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { user_code, error } = await searchParams;
  const typed = typeof user_code === 'string' ? user_code.slice(0, 40) : '';
  const actor = await signedIn(routes.device(typed));
  const { request, refusal } = await find(typed, actor);
  return (
    <>
      <PageHead
        title="Sign in on a device"
        about="For the command line, and for programs without a browser of their own."
      />
      {error === 'rate_limited' && (
        <div className="mb-6 max-w-2xl">
          <Notice tone="bad" live>
            Too many attempts. Wait a few minutes, then decide.
          </Notice>
        </div>
      )}
      {request ? (
        <DeviceRequest request={request} username={actor.username} />
      ) : (
        <CodeForm typed={typed} {...(refusal ? { error: refusal } : {})} />
      )}
    </>
  );
}
