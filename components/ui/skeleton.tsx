/** Grey lines in the place of text that is on its way; silent for screen readers, which hear `label` once. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={`line-${line.toString()}`}
          className="skeleton h-5"
          style={{ width: `${100 - ((line * 37) % 45)}%` }}
        />
      ))}
    </div>
  );
}
