import type { Manifest } from '@/lib/manifest/schema';
import type { ModuleDocument } from '@/models/module';
import { claimsOf, dependsOn } from './claims';
import { themeColors } from './colors';
import { isListed } from './rules';
import { facetTerms, searchTerms } from './terms';

/** Raised with every change to what is derived below: rows with an older number are derived again. */
export const LISTING_SHAPE = 1;

type Listing = Pick<ModuleDocument, 'namespace' | 'name' | 'title' | 'summary' | 'keywords' | 'visibility'>;

/** What lists, search and relations know of a module: nothing, unless it is public. */
export const listingFields = (manifest: Manifest, listing: Listing) => ({
  listingShape: LISTING_SHAPE,
  ...(isListed(listing)
    ? {
        terms: searchTerms(manifest, listing),
        facets: facetTerms(manifest, listing.keywords),
        claims: claimsOf(manifest),
        dependsOn: dependsOn(manifest),
        colors: themeColors(manifest),
      }
    : { terms: [], facets: [], claims: [], dependsOn: [], colors: null }),
});
