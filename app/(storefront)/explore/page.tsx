import { listingMetadata, renderListing } from './listing';

export const revalidate = 60;
export const metadata = listingMetadata();

/** Every module, as most visitors see them first. For a search, `explore/search` answers in its place (middleware.ts). */
export default function ExplorePage() {
  return renderListing();
}
