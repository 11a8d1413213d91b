'use client';

import { useEffect, useRef } from 'react';
import { routes } from '@/lib/routes';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The search of every page: a plain form, which `/` reaches from anywhere. */
export function SearchForm() {
  const ref = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('q');
    if (asked && location.pathname === routes.explore() && ref.current?.value === '') ref.current.value = asked;
  }, []);

  useEffect(() => {
    function focusOnSlash(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      ref.current?.focus();
      ref.current?.select();
    }
    document.addEventListener('keydown', focusOnSlash);
    return () => document.removeEventListener('keydown', focusOnSlash);
  }, []);

  return (
    <search className="find">
      <form action={routes.explore()} className="contents">
        <label htmlFor="find" className="sr-only">
          Search modules
        </label>
        <input
          ref={ref}
          id="find"
          name="q"
          type="search"
          className="input"
          placeholder="Search modules"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
        />
      </form>
      <span className="key" aria-hidden>
        /
      </span>
    </search>
  );
}
