'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { routes } from '@/lib/routes';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const asksForSearch = (event: KeyboardEvent) =>
  event.key === '/'
    ? !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    : event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

/**
 * The search of every page: a plain form that `/` and `Ctrl K` reach from anywhere. What makes it a combobox is loaded when it
 * is first used, so that pages which are only read do not carry it.
 */
export function SearchForm() {
  const ref = useRef<HTMLInputElement>(null);
  const [Popup, setPopup] = useState<ComponentType<{ input: HTMLInputElement }> | null>(null);

  function loadPopup() {
    // Without it, offline for one, the form still searches.
    if (!Popup) import('./search-popup').then(({ SearchPopup }) => setPopup(() => SearchPopup)).catch(() => undefined);
  }

  useEffect(() => {
    const input = ref.current;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked && location.pathname === routes.explore() && input?.value === '') input.value = asked;
    function focusOnKey(event: KeyboardEvent) {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      input?.focus();
      input?.select();
    }
    document.addEventListener('keydown', focusOnKey);
    return () => document.removeEventListener('keydown', focusOnKey);
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
          className="input"
          placeholder="Search modules"
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          onFocus={loadPopup}
          onInput={loadPopup}
        />
      </form>
      <span className="key" aria-hidden>
        /
      </span>
      {Popup && ref.current && <Popup input={ref.current} />}
    </search>
  );
}
