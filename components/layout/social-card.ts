import type { Metadata } from 'next';

type SocialCard = {
  title: string;
  description: string;
  url: string;
  type?: 'website' | 'article' | 'profile';
  /** Where its own picture is drawn; the site's picture without one. */
  image?: string;
};

/** How a page looks where somebody shares it. Lists leave it out: their answers are kept small, and they are seldom shared. */
export function socialCard({
  title,
  description,
  url,
  type = 'website',
  image = '/social.png',
}: SocialCard): NonNullable<Metadata['openGraph']> {
  return {
    siteName: 'dotkit',
    title,
    description,
    url,
    type,
    images: [
      {
        url: image,
        width: 1200,
        height: 630,
        alt: image === '/social.png' ? 'dotkit: see what a dotfile module writes before you install it' : title,
      },
    ],
  };
}
