'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useSuggestions } from '@/hooks/use-suggestions';
import { routes } from '@/lib/routes';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The search of every page: a plain form, which `/` reaches from anywhere, and which proposes modules while one types. */
export function SearchForm() {
  const ref = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const proposed = useSuggestions(text);

  function follow({ target: { value } }: ChangeEvent<HTMLInputElement>) {
    const chosen = proposed.find(({ namespace, name }) => value === `@${namespace}/${name}`);
    if (chosen) location.assign(routes.module(chosen.namespace, chosen.name));
    else setText(value);
  }

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
          list="find-list"
          onChange={follow}
        />
        <datalist id="find-list">
          {proposed.map(({ namespace, name, title }) => (
            <option key={`${namespace}/${name}`} value={`@${namespace}/${name}`}>
              {title}
            </option>
          ))}
        </datalist>
      </form>
      <span className="key" aria-hidden>
        /
      </span>
    </search>
  );
}
