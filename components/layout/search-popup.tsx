'use client';

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { forgetSearch, forgetSearches, rememberSearch, useRecentSearches } from '@/hooks/use-recent-searches';
import { useSuggestions } from '@/hooks/use-suggestions';
import { SearchOption } from './search-option';
import { type Option, optionId, optionsFor, statusOf } from './search-options';

const LIST = 'find-list';

/** An option keeps its name when others come in before it. */
const nameOf = (option: Option): string =>
  option.is === 'module' ? option.href : `${option.is} ${'text' in option ? option.text : ''}`;

/**
 * The list under the search field, by the ARIA pattern of an editable combobox with a listbox (list autocomplete, manual
 * selection). The field belongs to the form, which works without this, so its attributes are set from here.
 */
export function SearchPopup({ input }: { input: HTMLInputElement }) {
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(input.value.trim());
  const [isOpen, setOpen] = useState(true);
  const [active, setActive] = useState<string | null>(null);
  const recent = useRecentSearches();
  const options = optionsFor(text, useSuggestions(text), recent);
  const shown = isOpen && options.length > 0;
  const current = shown ? options.findIndex((option) => nameOf(option) === active) : -1;

  function show() {
    setText(input.value.trim());
    setActive(null);
    setOpen(true);
  }

  function close() {
    setOpen(false);
    setActive(null);
  }

  function choose(option: Option) {
    if (option.is === 'forget') {
      forgetSearches();
      return close();
    }
    if (option.is !== 'module') {
      rememberSearch(option.text);
      input.value = option.text;
    }
    close();
  }

  const move = (to: number) => {
    setOpen(true);
    const option = options[to];
    setActive(option ? nameOf(option) : null);
  };

  /** What a key does, or null if it is the field's own business. */
  function actionOf({ key, altKey }: KeyboardEvent): (() => void) | null {
    const last = options.length - 1;
    const option = options[current];
    switch (key) {
      case 'ArrowDown':
        return altKey ? show : () => move(current === last ? -1 : current + 1);
      case 'ArrowUp':
        return altKey ? close : () => move(current === -1 ? last : current - 1);
      case 'Home':
        return option ? () => move(0) : null;
      case 'End':
        return option ? () => move(last) : null;
      case 'Enter':
        return option ? () => list.current?.querySelector<HTMLElement>(`#${optionId(current)}`)?.click() : null;
      case 'Delete':
        return option?.is === 'recent' ? () => forgetSearch(option.text) : null;
      case 'Escape':
        if (shown) return close;
        return () => {
          input.value = '';
          setText('');
        };
      default:
        return null;
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') setActive(null);
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
  const onShow = useEffectEvent(show);
  const onLeave = useEffectEvent(close);
  const onSubmit = useEffectEvent(() => {
    rememberSearch(input.value.trim());
    close();
  });

  useEffect(() => {
    const until = new AbortController();
    const { signal } = until;
    for (const event of ['input', 'focus', 'click']) input.addEventListener(event, () => onShow(), { signal });
    input.addEventListener('keydown', (event) => onKey(event), { signal });
    input.addEventListener('blur', () => onLeave(), { signal });
    input.form?.addEventListener('submit', () => onSubmit(), { signal });
    if (document.activeElement !== input) onLeave();
    return () => until.abort();
  }, [input]);

  useLayoutEffect(() => {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', LIST);
    input.setAttribute('aria-expanded', String(shown));
    if (current === -1) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', optionId(current));
    document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' });
  }, [input, shown, current]);

  return (
    <>
      <p role="status" className="sr-only">
        {shown ? statusOf(options, text) : ''}
      </p>
      <div
        ref={list}
        id={LIST}
        role="listbox"
        aria-label="Suggestions"
        className="found"
        hidden={!shown}
        // The field keeps the focus while the list is used by pointer.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.map((option, index) => (
          <SearchOption
            key={nameOf(option)}
            option={option}
            q={text}
            id={optionId(index)}
            isActive={index === current}
            onChoose={() => choose(option)}
            onRemove={() => option.is === 'recent' && forgetSearch(option.text)}
          />
        ))}
      </div>
    </>
  );
}
