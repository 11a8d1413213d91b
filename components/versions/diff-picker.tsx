import { Button, LinkButton } from '@/components/ui/button';
import { routes } from '@/lib/routes';
import type { VersionRefDto } from '@/types/module';

type DiffPickerProps = {
  namespace: string;
  name: string;
  versions: VersionRefDto[];
  /** What is chosen at first. */
  from: string;
  to: string;
  /** Offers the same comparison the other way round. */
  swap?: boolean;
};

function Choice({
  label,
  field,
  chosen,
  versions,
}: {
  label: string;
  field: string;
  chosen: string;
  versions: VersionRefDto[];
}) {
  const isListed = versions.some(({ version }) => version === chosen);
  return (
    <label className="grid gap-1 text-sm text-ink-2">
      {label}
      <select className="input font-mono" name={field} defaultValue={chosen}>
        {!isListed && <option value={chosen}>{chosen}</option>}
        {versions.map(({ version, yanked }) => (
          <option key={version} value={version}>
            {yanked ? `${version} (yanked)` : version}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Chooses two versions to compare. A plain form: the server answers with the address of the comparison. */
export function DiffPicker({ namespace, name, versions, from, to, swap = false }: DiffPickerProps) {
  return (
    <form className="flex flex-wrap items-end gap-3" action={routes.pickDiff(namespace, name)}>
      <Choice label="From" field="from" chosen={from} versions={versions} />
      <Choice label="To" field="to" chosen={to} versions={versions} />
      <Button type="submit" look="solid">
        Compare
      </Button>
      {swap && <LinkButton href={routes.diff(namespace, name, to, from)}>Swap</LinkButton>}
    </form>
  );
}
