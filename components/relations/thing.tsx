import { KeyCaps } from '@/components/modules/key-caps';
import type { OccupiedKind } from '@/types/relations';
import { inPrograms } from './words';

type ThingProps = { kind: OccupiedKind; what: string; programs: string[] };

/** A path, command, alias or key binding, with the programs in which it applies. */
export function Thing({ kind, what, programs }: ThingProps) {
  const where = inPrograms(programs);
  return (
    <>
      {kind === 'keys' ? (
        <span className="keys">
          <KeyCaps keys={what} />
        </span>
      ) : (
        <code>{what}</code>
      )}
      {where && <small> {where}</small>}
    </>
  );
}
