'use client';

/** Everything that every page carries, its not-found page included, as one script: each further one would be a request more. */
export { Footer } from './footer';
export { Header } from './header';
export { NotFoundView } from './not-found-view';
export { SoftLinks } from './soft-links';
