'use client';

import { Download } from 'lucide-react';
import { type MouseEvent, useEffect, useState, useTransition } from 'react';
import { getDownloadLink } from '@/lib/downloads/actions';
import { routes } from '@/lib/routes';

type Link = { url: string; expiresAt: string; filename: string };

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Seconds until an ISO time, counted down; null before there is one. */
function useSecondsUntil(at: string | undefined): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (!at) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}

/** Asks for a link that lives five minutes, starts it, and shows how long it still lives. Without JavaScript it is that link. */
export function DownloadButton(props: { namespace: string; name: string; version: string }) {
  const [link, setLink] = useState<Link | null>(null);
  const [refusal, setRefusal] = useState('');
  const [pending, startTransition] = useTransition();
  const left = useSecondsUntil(link?.expiresAt);

  function download(event: MouseEvent) {
    event.preventDefault();
    if (pending) return;
    startTransition(async () => {
      const result = await getDownloadLink({ ...props, yanked: 'allow' });
      setRefusal(result.ok ? '' : result.message);
      if (!result.ok) return;
      setLink(result.value);
      location.assign(result.value.url);
    });
  }

  return (
    <div className="grid grid-cols-1 gap-1.5">
      <a
        className="btn"
        data-look="solid"
        href={routes.download(props.namespace, props.name, props.version)}
        download
        aria-busy={pending}
        onClick={download}
      >
        <Download size={16} aria-hidden />
        Download {props.version}
      </a>
      <p role="status" className="text-sm text-ink-2">
        {refusal && <span className="text-bad">{refusal}</span>}
        {link && !refusal && left === 0 && 'The link has expired. Download again for a new one.'}
      </p>
      {link && !refusal && left !== null && left > 0 && (
        <p className="text-sm text-ink-2">
          <a className="link" href={link.url} download>
            {link.filename}
          </a>{' '}
          for another <span className="font-mono">{clock(left)}</span>
        </p>
      )}
    </div>
  );
}
