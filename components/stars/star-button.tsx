'use client';

import { Star } from 'lucide-react';
import { type FormEvent, useOptimistic, useState, useTransition } from 'react';
import { routes } from '@/lib/routes';
import { setStar, setStarForm } from '@/lib/stars/actions';
import { formatCount } from '@/lib/utils/format-count';

type StarState = { starred: boolean; stars: number };

/** Moves at once and is corrected if refused. Without JavaScript the form posts itself. */
export function StarButton({ namespace, name, starred, stars }: { namespace: string; name: string } & StarState) {
  const [state, setState] = useState<StarState>({ starred, stars });
  const [shown, setShown] = useOptimistic(state);
  const [said, setSaid] = useState('');
  const [, startTransition] = useTransition();

  function submit(event: FormEvent) {
    event.preventDefault();
    const wanted = !shown.starred;
    startTransition(async () => {
      setShown({ starred: wanted, stars: Math.max(0, shown.stars + (wanted ? 1 : -1)) });
      const result = await setStar({ namespace, name, starred: wanted });
      if (result.ok) {
        setState(result.value);
        setSaid(wanted ? 'Starred' : 'Star removed');
      } else if (result.code === 'unauthenticated') {
        location.assign(routes.signIn(location.pathname));
      } else {
        setSaid(result.message);
      }
    });
  }

  return (
    <form action={setStarForm} onSubmit={submit} className="flex items-center gap-2">
      <input type="hidden" name="namespace" value={namespace} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="starred" value={String(!shown.starred)} />
      <input type="hidden" name="returnTo" value={routes.module(namespace, name)} />
      <button type="submit" className="btn" aria-pressed={shown.starred}>
        <Star size={16} aria-hidden fill={shown.starred ? 'currentColor' : 'none'} />
        {shown.starred ? 'Starred' : 'Star'}
        <span className="font-mono text-sm">{formatCount(shown.stars)}</span>
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </form>
  );
}
