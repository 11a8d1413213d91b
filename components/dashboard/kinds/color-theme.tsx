import { colorTheme } from '@/lib/manifest/kinds/color-theme';
import { ChoiceControl, RowsControl, TextControl } from '../manifest/controls';
import { VariantsControl } from '../manifest/variants-control';

export function ColorThemeFields() {
  return (
    <>
      <ChoiceControl
        name="colorTheme.appearance"
        label="Appearance"
        required
        values={colorTheme.shape.appearance.options}
      />
      <VariantsControl />
      <RowsControl
        name="colorTheme.targets"
        label="Files for each app"
        hint="Such as kitty = kitty/theme.conf, a path in the archive. One a line."
        parts={['app', 'file']}
      />
      <TextControl name="colorTheme.portOf" label="Port of" hint="The palette that this one follows." />
    </>
  );
}
