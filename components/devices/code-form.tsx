import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { routes } from '@/lib/routes';

/** Where a person types the code that a program shows them. It only leads to the page that asks. */
export function CodeForm({ typed, error }: { typed: string; error?: string }) {
  return (
    <form action={routes.device()} method="get" className="grid max-w-2xl grid-cols-1 gap-5">
      <TextField
        name="user_code"
        label="Code"
        hint="Eight letters, as the program shows them. Upper or lower case, with or without the hyphen."
        error={error}
        defaultValue={typed}
        autoFocus={error !== undefined}
        mono
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <Button type="submit" look="solid">
          Go on
        </Button>
      </div>
    </form>
  );
}
