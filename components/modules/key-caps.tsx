/** Splits `Ctrl+b %` or `<leader>ff` into the caps that a hand presses one after another. */
function caps(keys: string): string[] {
  return keys.split(/(?<=[^+\s])\s*\+\s*(?=[^+\s])|,?\s+/).filter(Boolean);
}

/** A key binding as key caps, read aloud as it is written. */
export function KeyCaps({ keys }: { keys: string }) {
  return caps(keys).map((cap, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one binding never move
    <kbd className="key" key={index}>
      {cap}
    </kbd>
  ));
}
