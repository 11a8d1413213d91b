'use client';

import { Upload } from 'lucide-react';
import { type DragEvent, type RefObject, useId, useState } from 'react';
import { Bytes } from '@/components/ui/figures';
import type { ChosenArchive } from '@/hooks/use-tarball';

type PickerProps = {
  input: RefObject<HTMLInputElement | null>;
  archive: ChosenArchive;
  /** A refusal of the archive itself. */
  error: string | undefined;
  disabled: boolean;
  onChoose: (file: File) => void;
};

function Chosen({ archive }: { archive: ChosenArchive }) {
  if (archive.status === 'none')
    return (
      <>
        Drop a .tgz archive here, or choose one. At most 20 MiB.
        <span className="hidden noscript:inline"> Its dotkit.json must be in it already.</span>
      </>
    );
  return (
    <>
      <span className="font-mono">{archive.file.name}</span> (<Bytes size={archive.file.size} />
      {archive.status === 'read' && `, ${archive.tarball.files.length} files`})
      {archive.status === 'reading' && ' is being read…'}
    </>
  );
}

/** A place to drop an archive. The file input in it is an ordinary one, for keyboards and for screen readers. */
export function ArchivePicker({ input, archive, error, disabled, onChoose }: PickerProps) {
  const id = useId();
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) onChoose(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      data-over={over || undefined}
      className="grid grid-cols-1 gap-3 rounded-md border-2 border-dashed border-edge bg-bar px-5 py-6 data-over:border-pen data-over:bg-pen-soft"
    >
      <label htmlFor={id} className="flex items-center gap-3 font-semibold">
        <Upload size={20} aria-hidden className="text-pen" />
        Archive
      </label>
      <p id={`${id}h`} className="text-ink-2" role="status">
        <Chosen archive={archive} />
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        name="archive"
        accept=".tgz,.gz,application/gzip,application/x-gzip"
        disabled={disabled}
        aria-describedby={error ? `${id}h ${id}e` : `${id}h`}
        aria-invalid={error ? true : undefined}
        className="w-full text-sm text-transparent noscript:text-ink-2 file:mr-4 file:min-h-(--target) file:rounded-md file:border file:border-solid file:border-edge file:bg-raised file:px-4 file:font-semibold file:text-ink"
        // The same file, mended, counts as a new choice.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onChoose(file);
        }}
      />
      {error && (
        <p id={`${id}e`} role="alert" className="font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
