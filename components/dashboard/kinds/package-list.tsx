import { packageList } from '@/lib/manifest/kinds/package-list';
import { ChoiceControl, FlagControl, RowsControl } from '../manifest/controls';

export function PackageListFields() {
  return (
    <>
      <ChoiceControl
        name="packageList.manager"
        label="Package manager"
        required
        values={packageList.shape.manager.options}
      />
      <RowsControl
        name="packageList.entries"
        label="Packages"
        hint="One a line, with a note if it helps: ripgrep = searches the notes."
        required
        parts={['name', 'note']}
      />
      <FlagControl name="packageList.needsRoot" label="Installing them needs root" />
    </>
  );
}
