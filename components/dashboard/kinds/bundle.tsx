import { RowsControl } from '../manifest/controls';

export function BundleFields() {
  return (
    <RowsControl
      name="bundle.modules"
      label="Modules"
      hint="Each with the versions that will do: @ada/quiet-prompt = ^1.0.0. One a line."
      required
      parts={['ref', 'range']}
    />
  );
}
