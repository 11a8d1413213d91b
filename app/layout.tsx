import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SchemeScript } from '@/components/layout/scheme-script';
import { Footer, Header, SoftLinks } from '@/components/layout/shell';
import { siteUrl } from '@/lib/env';
import { mono, sans } from './fonts';
import './globals.css';

const DESCRIPTION =
  'Shell plugins, prompts, themes and editor configs, each with a map of every path it writes. Install, update and roll back without losing your own edits.';

export function generateMetadata(): Metadata {
  return {
    metadataBase: siteUrl(),
    title: { default: 'dotkit: dotfile modules you can read before you install', template: '%s · dotkit' },
    description: DESCRIPTION,
    openGraph: { siteName: 'dotkit', type: 'website' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#101513' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        <SchemeScript />
        <link rel="search" type="application/opensearchdescription+xml" title="dotkit" href="/opensearch.xml" />
      </head>
      <body>
        <a href="#main" className="skip">
          Skip to content
        </a>
        <Header />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        <SoftLinks />
      </body>
    </html>
  );
}
