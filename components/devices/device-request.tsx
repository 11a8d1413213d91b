import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { decideDeviceForm } from '@/lib/devices/actions';
import { routes } from '@/lib/routes';
import type { TokenScope } from '@/types/actor';
import type { DeviceRequestDto } from '@/types/device';

const MEANING: Record<TokenScope, string> = {
  read: 'see what you see, private modules included',
  publish: 'upload, yank and restore versions',
  manage: 'change listings, collections and stars',
};

function Facts({ request }: { request: DeviceRequestDto }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3">
      <dt className="text-ink-2">Program</dt>
      <dd className="font-semibold wrap-anywhere">{request.clientName}</dd>
      <dt className="text-ink-2">Asked</dt>
      <dd>
        <Time at={request.createdAt} /> from <code className="wrap-anywhere">{request.address}</code>
      </dd>
      <dt className="text-ink-2">It may</dt>
      <dd>
        <ul className="grid gap-1">
          {request.scopes.map((scope) => (
            <li key={scope}>
              <code>{scope}</code>: {MEANING[scope]}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

/** Asks a person whether a program may act for them. Plain buttons of a plain form: nothing here needs a script. */
function Question({ request, username }: { request: DeviceRequestDto; username: string }) {
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-6">
      <p className="text-ink-2">
        A program asks to act for @{username}. Compare the code with the one that it shows you:
      </p>
      <p className="font-mono text-3xl font-semibold tracking-widest">{request.userCode}</p>
      <Facts request={request} />
      <Notice tone="warn">
        Approve only what you started yourself, just now. Nobody who is helping you needs you to approve a code of
        theirs.
      </Notice>
      <form action={decideDeviceForm} className="flex flex-wrap gap-3">
        <input type="hidden" name="user_code" value={request.userCode} />
        <input type="hidden" name="returnTo" value={routes.device(request.userCode)} />
        <Button type="submit" look="solid" name="decision" value="approve">
          Approve
        </Button>
        <Button type="submit" look="danger" name="decision" value="deny">
          Deny
        </Button>
      </form>
    </div>
  );
}

const another = <LinkButton href={routes.device()}>Enter another code</LinkButton>;

const ENDS: Record<
  Exclude<DeviceRequestDto['state'], 'pending'>,
  { tone: 'ok' | 'warn' | 'info'; title: string; says: string }
> = {
  'approved-mine': {
    tone: 'ok',
    title: 'Approved',
    says: 'Go back to the program: it signs in by itself within a few seconds. You may close this page.',
  },
  'denied-mine': { tone: 'info', title: 'Denied', says: 'The program was told no. It was given nothing.' },
  used: {
    tone: 'warn',
    title: 'This code was used already',
    says: 'A code is good for one decision. Start again in the program for a new one.',
  },
  expired: {
    tone: 'warn',
    title: 'This code has expired',
    says: 'Codes live for fifteen minutes. Start again in the program for a new one.',
  },
};

export function DeviceRequest({ request, username }: { request: DeviceRequestDto; username: string }) {
  if (request.state === 'pending') return <Question request={request} username={username} />;
  const { tone, title, says } = ENDS[request.state];
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-6">
      <Notice tone={tone} title={title}>
        {says}
      </Notice>
      <div className="flex flex-wrap gap-3">
        {request.state === 'approved-mine' && <LinkButton href={routes.tokens()}>See your tokens</LinkButton>}
        {another}
      </div>
    </div>
  );
}
