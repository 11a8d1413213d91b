'use client';

import { useNow } from '@/hooks/use-now';
import { formatCount } from '@/lib/utils/format-count';
import { formatDate } from '@/lib/utils/format-date';
import { formatRelative } from '@/lib/utils/format-relative';
import { type CardTuple, kindAt } from './card-data';
import { CardPreview } from './card-preview';
import { KIND_INFO } from './kind-info';

/** Of a card, this alone follows the clock. */
function Updated({ at }: { at: string }) {
  const now = useNow();
  return <time dateTime={at}>{now ? formatRelative(at, now) : formatDate(at)}</time>;
}

function ModuleCard({ card }: { card: CardTuple }) {
  const [ref, title, summary, kind, version, downloads, stars, updatedAt, preview] = card;
  const { sigil, label } = KIND_INFO[kindAt(kind)];
  return (
    <li className="card">
      <CardPreview preview={preview} />
      <h3>
        <a href={`/${ref}`}>{title}</a>
      </h3>
      <code data-sigil={sigil}>{ref}</code>
      <p>{summary}</p>
      <small title={`${label}: downloads, stars, version, last update`}>
        {`↓ ${formatCount(downloads)}  ★ ${formatCount(stars)}  ${version}  `}
        <Updated at={updatedAt} />
      </small>
    </li>
  );
}

/**
 * A list of cards: one client component fed tuples, because an element tree sent per card costs a third of the pages a core can
 * serve. `strip` lays them on one line that scrolls inside itself, always or on narrow screens.
 */
export function ModuleCards({ cards, strip }: { cards: CardTuple[]; strip?: 'always' | 'narrow' }) {
  return (
    <ul className="cards" data-strip={strip}>
      {cards.map((card) => (
        <ModuleCard key={card[0]} card={card} />
      ))}
    </ul>
  );
}
