import { fieldsOf, rows, texts } from './fields';

export const colorThemeFields = fieldsOf({
  appearance: String,
  variants: rows({
    name: String,
    palette: {
      background: String,
      foreground: String,
      cursor: String,
      selection: String,
      accent: String,
      ansi: texts,
    },
  }),
  targets: rows({ app: String, file: String }),
  portOf: String,
});
