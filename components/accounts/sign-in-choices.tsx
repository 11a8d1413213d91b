import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { routes } from '@/lib/routes';
import type { AccountDto } from '@/types/module';

type SignInProps = {
  people: AccountDto[];
  redirectUrl: string;
  /** What was typed before a refusal. */
  username: string;
  refusal: string | null;
};

/** Passwordless sign-in of the embedded mode: the demo people as buttons, and any other name as text. */
export function SignInChoices({ people, redirectUrl, username, refusal }: SignInProps) {
  return (
    <div className="grid grid-cols-1 gap-10">
      {people.length > 0 && (
        <form method="post" action={routes.signIn()} aria-label="Sign in as a demo person">
          <input type="hidden" name="redirect_url" value={redirectUrl} />
          <ul className="border-t border-rule">
            {people.map((person) => (
              <li key={person.username} className="border-b border-rule">
                <button
                  type="submit"
                  name="username"
                  value={person.username}
                  className="grid w-full gap-x-4 px-2 py-3 text-left hover:bg-bar sm:grid-cols-[9rem_1fr]"
                >
                  <span className="font-mono font-semibold">@{person.username}</span>
                  <span className="text-ink-2">{person.bio || person.displayName}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form
        method="post"
        action={routes.signIn()}
        className="grid max-w-md grid-cols-1 gap-4"
        aria-label="Sign in by name"
      >
        <input type="hidden" name="redirect_url" value={redirectUrl} />
        <TextField
          name="username"
          label="Username"
          hint="1 to 39 lower-case letters, digits or hyphens. A new name makes a new account."
          error={refusal ?? undefined}
          defaultValue={username}
          required
          // A page that answers a refused sign-in begins at the mistake.
          autoFocus={refusal !== null}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          mono
        />
        <div>
          <Button type="submit" look="solid">
            Sign in
          </Button>
        </div>
      </form>
    </div>
  );
}
