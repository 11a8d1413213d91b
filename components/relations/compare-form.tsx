import { Button } from '@/components/ui/button';
import { MOST_COMPARED } from '@/lib/relations/schema';
import { routes } from '@/lib/routes';

/** Adds a module by its name; a plain form that leads to the same page with one more. */
export function CompareForm({ refs }: { refs: string[] }) {
  const room = MOST_COMPARED - refs.length;
  if (room <= 0) return <p className="text-ink-2">Four modules are side by side. Remove one to add another.</p>;
  return (
    <form action={routes.compare()} className="flex flex-wrap items-end gap-3">
      {refs.map((ref) => (
        <input key={ref} type="hidden" name="m" value={ref} />
      ))}
      <label className="grid flex-[0_1_22rem] gap-1.5">
        <span className="font-semibold">{refs.length > 0 ? 'Add a module' : 'A module'}</span>
        <input
          className="input font-mono"
          name="m"
          required
          maxLength={200}
          placeholder="@ada/tmux-calm"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      {refs.length === 0 && (
        <label className="grid flex-[0_1_22rem] gap-1.5">
          <span className="font-semibold">With</span>
          <input
            className="input font-mono"
            name="m"
            maxLength={200}
            placeholder="@kestrel/screen-plain"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        </label>
      )}
      <Button type="submit" look={refs.length > 1 ? 'outline' : 'solid'}>
        {refs.length > 0 ? 'Add' : 'Compare'}
      </Button>
    </form>
  );
}
