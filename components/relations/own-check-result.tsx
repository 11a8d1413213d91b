import { Notice } from '@/components/ui/notice';
import { CLASH_EFFECTS } from '@/lib/relations/rules';
import type { OwnCheckDto } from '@/types/relations';
import { Thing } from './thing';
import { inPrograms } from './words';

const SHOWN = 40;

const MODULE_STATES: Record<OwnCheckDto['modules'][number]['state'], string> = {
  clash: 'clashes',
  free: 'nothing in common',
  absent: 'no public module of this name',
  same: 'this very module',
};

function Clashes({ check: { clashes, modules } }: { check: OwnCheckDto }) {
  if (clashes.length + modules.length === 0) return null;
  return (
    <section className="part">
      <h2>What clashes</h2>
      <ul className="cl">
        {clashes.map((clash) => (
          <li key={`${clash.line} ${clash.kind} ${clash.what}`}>
            <div>
              <Thing {...clash} />
            </div>
            <p>
              <span>
                Line {clash.line}: <code>{clash.text}</code>
              </span>
              <span>{CLASH_EFFECTS[clash.kind].effect}</span>
            </p>
          </li>
        ))}
        {modules.map(({ ref, state, shared }) => (
          <li key={ref}>
            <div>
              {state === 'absent' ? (
                <code>{ref}</code>
              ) : (
                <a className="link font-mono" href={`/${ref}`}>
                  {ref}
                </a>
              )}
            </div>
            <p>
              <span>
                {MODULE_STATES[state]}
                {shared.length > 0 && ': '}
                {shared.length > 0 && <code>{shared.slice(0, 12).join(' · ')}</code>}
                {shared.length > 12 && ` and ${shared.length - 12} more`}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unread({ unread }: Pick<OwnCheckDto, 'unread'>) {
  if (unread.length === 0) return null;
  return (
    <section className="part">
      <h2>Not understood</h2>
      <p className="mb-2 text-sm text-ink-2">These lines were not compared with anything.</p>
      <ul className="cl">
        {unread.slice(0, SHOWN).map(({ line, text }) => (
          <li key={line}>
            <div>Line {line}</div>
            <p>
              <code>{text}</code>
            </p>
          </li>
        ))}
      </ul>
      {unread.length > SHOWN && <p>and {unread.length - SHOWN} more</p>}
    </section>
  );
}

function Free({ free }: Pick<OwnCheckDto, 'free'>) {
  if (free.length === 0) return null;
  return (
    <section className="part">
      <h2>What is free</h2>
      <p className="mb-2 text-sm text-ink-2">The module brings these, and your list does not have them.</p>
      <p className="flex flex-wrap gap-1.5">
        {free.slice(0, SHOWN).map(({ kind, what, programs }) => (
          <span key={`${kind} ${what}`} className="chip" title={inPrograms(programs) || undefined}>
            {what}
          </span>
        ))}
        {free.length > SHOWN && <span>and {free.length - SHOWN} more</span>}
      </p>
    </section>
  );
}

/** What a pasted list and a module have in common. */
export function OwnCheckResult({ check }: { check: OwnCheckDto }) {
  const { clashes, modules, understood, unread, leftOut } = check;
  const found = clashes.length + modules.filter(({ state }) => state === 'clash').length;
  return (
    <div className="panels">
      <Notice
        live
        tone={found > 0 ? 'warn' : understood > 0 ? 'ok' : 'info'}
        title={
          found > 0
            ? `${found} ${found === 1 ? 'thing clashes' : 'things clash'}.`
            : understood > 0
              ? 'Nothing clashes.'
              : 'None of it was understood.'
        }
      >
        {understood} of {understood + unread.length} lines were understood.
        {leftOut > 0 && ` ${leftOut} more were not read.`}
      </Notice>
      <Clashes check={check} />
      <Unread unread={unread} />
      <Free free={check.free} />
    </div>
  );
}
