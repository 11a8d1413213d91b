import { WRITE_VERBS } from '@/components/modules/write-verb';
import { homeDest } from '@/lib/manifest/claims';
import { type EffectChanges, type SetChange, sameEffects } from '@/lib/versions/effect-changes';
import type { WriteDto } from '@/types/module';

const said = ({ mode, src, line }: WriteDto) => [WRITE_VERBS[mode].verb, line ?? src].filter(Boolean).join(' ');

function WriteRows({ sign, writes }: { sign: '+' | '-'; writes: WriteDto[] }) {
  return writes.map((write) => (
    <tr key={`${write.dest} ${said(write)}`} data-sign={sign}>
      <td>{sign}</td>
      <th scope="row">{homeDest(write.dest)}</th>
      <td>{said(write)}</td>
    </tr>
  ));
}

function Writes({ added, removed, changed }: EffectChanges['writes']) {
  if (added.length + removed.length + changed.length === 0) return <p>It writes the same paths in the same way.</p>;
  return (
    <table className="de">
      <caption className="sr-only">Paths that are written differently</caption>
      <tbody>
        <WriteRows sign="+" writes={added} />
        <WriteRows sign="-" writes={removed} />
        {changed.map(({ before, after }) => (
          <tr key={after.dest}>
            <td>~</td>
            <th scope="row">{homeDest(after.dest)}</th>
            <td>
              {said(before)} → {said(after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sets({ caption, sets }: { caption: string; sets: SetChange[] }) {
  return (
    <table className="de">
      <caption className="sr-only">{caption}</caption>
      <tbody>
        {sets.flatMap(({ title, added, removed }) =>
          (
            [
              ['+', added],
              ['-', removed],
            ] as const
          ).flatMap(([sign, words]) =>
            words.map((word) => (
              <tr key={`${title} ${sign} ${word}`} data-sign={sign}>
                <td>{sign}</td>
                <th scope="row">{title}</th>
                <td>{word}</td>
              </tr>
            )),
          ),
        )}
      </tbody>
    </table>
  );
}

/** What installing the later version does that installing the earlier one did not: the first thing to know of an update. */
export function DiffEffects({ changes }: { changes: EffectChanges }) {
  if (sameEffects(changes))
    return (
      <p>
        Installing it writes the same paths, may do the same, and needs the same. Only what is in the files differs.
      </p>
    );
  return (
    <div className="panels">
      <div>
        <h3>Writes</h3>
        <Writes {...changes.writes} />
      </div>
      <div>
        <h3>May do</h3>
        {changes.capabilities.length > 0 ? (
          <Sets caption="Capabilities that differ" sets={changes.capabilities} />
        ) : (
          <p>The same as before.</p>
        )}
      </div>
      {changes.terms.length > 0 && (
        <div>
          <h3>Needs and provides</h3>
          <Sets caption="Needs and names that differ" sets={changes.terms} />
        </div>
      )}
    </div>
  );
}
