import { FlagControl, LinesControl, RowsControl, TextControl } from '../manifest/controls';

export function ScriptFields() {
  return (
    <>
      <TextControl name="script.interpreter" label="Interpreter" hint="Such as bash or python3." required mono />
      <RowsControl
        name="script.commands"
        label="Commands"
        hint="Name, path in the archive and what it does: git-tidy = bin/git-tidy = deletes merged branches. One a line."
        required
        parts={['name', 'path', 'summary']}
      />
      <LinesControl name="script.dependencies" label="Programs that it needs" hint="One a line." />
      <LinesControl name="script.completions" label="Completion files" hint="Paths in the archive. One a line." />
      <FlagControl name="script.needsRoot" label="Needs root" />
    </>
  );
}
