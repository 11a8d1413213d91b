import { bundle } from '@/lib/manifest/kinds/bundle';
import { colorTheme } from '@/lib/manifest/kinds/color-theme';
import { editorConfig } from '@/lib/manifest/kinds/editor-config';
import { gitConfig } from '@/lib/manifest/kinds/git-config';
import { inputConfig } from '@/lib/manifest/kinds/input-config';
import { multiplexerConfig } from '@/lib/manifest/kinds/multiplexer-config';
import { packageList } from '@/lib/manifest/kinds/package-list';
import { prompt } from '@/lib/manifest/kinds/prompt';
import { script } from '@/lib/manifest/kinds/script';
import { shellPlugin } from '@/lib/manifest/kinds/shell-plugin';
import { terminalConfig } from '@/lib/manifest/kinds/terminal-config';
import { wmConfig } from '@/lib/manifest/kinds/wm-config';
import type { KindKey } from '@/types/module-kind';

/** The object of each kind as the manifest's own schema describes it; a module has the one of its kind. */
export const kindObjects = {
  shellPlugin: shellPlugin.meta({ id: 'ShellPlugin' }).exactOptional(),
  prompt: prompt.meta({ id: 'Prompt' }).exactOptional(),
  editorConfig: editorConfig.meta({ id: 'EditorConfig' }).exactOptional(),
  multiplexerConfig: multiplexerConfig.meta({ id: 'MultiplexerConfig' }).exactOptional(),
  gitConfig: gitConfig.meta({ id: 'GitConfig' }).exactOptional(),
  colorTheme: colorTheme.meta({ id: 'ColorTheme' }).exactOptional(),
  terminalConfig: terminalConfig.meta({ id: 'TerminalConfig' }).exactOptional(),
  wmConfig: wmConfig.meta({ id: 'WmConfig' }).exactOptional(),
  packageList: packageList.meta({ id: 'PackageList' }).exactOptional(),
  script: script.meta({ id: 'Script' }).exactOptional(),
  inputConfig: inputConfig.meta({ id: 'InputConfig' }).exactOptional(),
  bundle: bundle.meta({ id: 'Bundle' }).exactOptional(),
} satisfies Record<KindKey, unknown>;
