'use client';

import { Fragment, type MouseEvent } from 'react';
import { KIND_INFO } from '@/components/modules/kind-info';
import { matchedParts } from '@/lib/utils/matched-parts';
import type { Option } from './search-options';

function Matched({ text, q }: { text: string; q: string }) {
  return matchedParts(text, q).map(([part, isMatch], at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
    isMatch ? <mark key={at}>{part}</mark> : <Fragment key={at}>{part}</Fragment>,
  );
}

function OptionText({ option, q, onRemove }: { option: Option; q: string; onRemove: (event: MouseEvent) => void }) {
  switch (option.is) {
    case 'module': {
      const { namespace, name, title, kind } = option.module;
      return (
        <>
          <b title={KIND_INFO[kind].label} aria-hidden>
            {KIND_INFO[kind].sigil}
          </b>
          <span>
            <Matched text={title} q={q} />
            <small>
              <Matched text={`@${namespace}/${name}`} q={q} />
              <span className="sr-only">{`, ${KIND_INFO[kind].label}`}</span>
            </small>
          </span>
        </>
      );
    }
    case 'search':
      return `Search for “${option.text}”`;
    case 'recent':
      return (
        <>
          <span>{option.text}</span>
          {/* By keyboard the Delete key does this. */}
          <i aria-hidden title="Remove" onClick={onRemove}>
            ×
          </i>
        </>
      );
    case 'forget':
      return 'Forget these searches';
  }
}

type SearchOptionProps = {
  option: Option;
  q: string;
  id: string;
  isActive: boolean;
  onChoose: () => void;
  onRemove: () => void;
};

/** A link that is an option, so that it opens in a new tab as links do; `Forget` alone is a button. */
export function SearchOption({ option, q, id, isActive, onChoose, onRemove }: SearchOptionProps) {
  function remove(event: MouseEvent) {
    event.preventDefault();
    event.stopPropagation();
    onRemove();
  }
  const shared = { id, role: 'option', 'aria-selected': isActive, tabIndex: -1, onClick: onChoose } as const;
  const content = <OptionText option={option} q={q} onRemove={remove} />;
  if (option.is === 'forget')
    return (
      <button type="button" {...shared}>
        {content}
      </button>
    );
  return (
    <a href={option.href} {...shared}>
      {content}
    </a>
  );
}
