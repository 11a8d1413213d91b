import localFont from 'next/font/local';

export const sans = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  variable: '--face-sans',
  weight: '200 800',
  display: 'swap',
});

export const mono = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
  variable: '--face-mono',
  weight: '200 800',
  display: 'swap',
  adjustFontFallback: false,
});
