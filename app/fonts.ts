import localFont from 'next/font/local';

/*
 * Neither is fetched ahead: on a slow line they would hold up the style sheet, and with it the first text. Until they come,
 * text stands in system faces of the same measure (globals.css), so that nothing moves when they do.
 */
export const sans = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--face-sans',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
  preload: false,
});

export const mono = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
  variable: '--face-mono',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
  preload: false,
});
