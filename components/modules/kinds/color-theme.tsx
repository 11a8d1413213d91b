import { colorTheme } from '@/lib/manifest/kinds/color-theme';
import { Facts } from '../facts';
import { PaletteSheet } from '../palette-sheet';
import { definePanel } from './define-panel';
import { Pairs } from './parts';

export const colorThemePanel = definePanel(colorTheme, (theme) => (
  <>
    {theme.variants.map((variant, index) => (
      <PaletteSheet key={variant.name} variant={variant} folded={index > 1} />
    ))}
    <Facts of={{ Appearance: theme.appearance, 'Port of': theme.portOf }} />
    <Pairs
      title="Ready for"
      head={['App', 'File']}
      rows={theme.targets?.map(({ app, file }) => [app, <code key={file}>{file}</code>])}
    />
  </>
));
