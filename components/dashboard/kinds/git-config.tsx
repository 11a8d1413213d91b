import { gitConfig } from '@/lib/manifest/kinds/git-config';
import { ChoiceControl, ManyControl, RowsControl } from '../manifest/controls';

const { parts, includeMethod } = gitConfig.shape;

export function GitConfigFields() {
  return (
    <>
      <ManyControl name="gitConfig.parts" label="Parts" required values={parts.element.options} />
      <RowsControl
        name="gitConfig.aliases"
        label="Aliases"
        hint="Such as st = status --short. One a line."
        parts={['name', 'command']}
      />
      <ChoiceControl
        name="gitConfig.includeMethod"
        label="How it is taken in"
        values={includeMethod.unwrap().options}
      />
      <RowsControl
        name="gitConfig.hooks"
        label="Hooks"
        hint="Such as pre-commit = hooks/pre-commit, a path in the archive. One a line."
        parts={['name', 'path']}
      />
    </>
  );
}
