import * as z from 'zod';

import { commonFields, fileList } from './common';
import { crossIssues } from './cross-rules';
import { bundle } from './kinds/bundle';
import { colorTheme } from './kinds/color-theme';
import { editorConfig } from './kinds/editor-config';
import { gitConfig } from './kinds/git-config';
import { inputConfig } from './kinds/input-config';
import { multiplexerConfig } from './kinds/multiplexer-config';
import { packageList } from './kinds/package-list';
import { prompt } from './kinds/prompt';
import { script } from './kinds/script';
import { shellPlugin } from './kinds/shell-plugin';
import { terminalConfig } from './kinds/terminal-config';
import { wmConfig } from './kinds/wm-config';

const files = fileList.min(1, { error: 'At least one file; only package lists and bundles may write none.' });

const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ ...commonFields, files, kind: z.literal('shell-plugin'), shellPlugin }),
  z.strictObject({ ...commonFields, files, kind: z.literal('prompt'), prompt }),
  z.strictObject({ ...commonFields, files, kind: z.literal('editor-config'), editorConfig }),
  z.strictObject({ ...commonFields, files, kind: z.literal('multiplexer-config'), multiplexerConfig }),
  z.strictObject({ ...commonFields, files, kind: z.literal('git-config'), gitConfig }),
  z.strictObject({ ...commonFields, files, kind: z.literal('color-theme'), colorTheme }),
  z.strictObject({ ...commonFields, files, kind: z.literal('terminal-config'), terminalConfig }),
  z.strictObject({ ...commonFields, files, kind: z.literal('wm-config'), wmConfig }),
  z.strictObject({ ...commonFields, files: fileList, kind: z.literal('package-list'), packageList }),
  z.strictObject({ ...commonFields, files, kind: z.literal('script'), script }),
  z.strictObject({ ...commonFields, files, kind: z.literal('input-config'), inputConfig }),
  z.strictObject({ ...commonFields, files: fileList, kind: z.literal('bundle'), bundle }),
]);

/**
 * The manifest, whole: a closed object for each kind, so that another kind's object and any unknown key are errors.
 * Issues of the rules across fields carry their finding code in `params.code`.
 */
export const manifestSchema = kinds.superRefine((manifest, context) => {
  for (const { code, ...issue } of crossIssues(manifest))
    context.addIssue({ ...issue, code: 'custom', params: { code } });
});

export type Manifest = z.output<typeof manifestSchema>;
/** A manifest as an author writes it: what has a default may be missing. */
export type ManifestInput = z.input<typeof manifestSchema>;
