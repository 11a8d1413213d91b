import { claimsOf, dependsOn } from '@/lib/manifest/claims';
import type { Manifest } from '@/lib/manifest/schema';
import type { ModuleDocument } from '@/models/module';
import type { CapabilitiesDto } from '@/types/module';
import { themeColors } from './colors';
import { facetTerms } from './facet-terms';
import { isListed } from './rules';
import { searchText } from './search-text';

/** Raised with every change to what is derived below: rows with an older number are derived again. */
export const LISTING_SHAPE = 4;

type Listing = Pick<ModuleDocument, 'namespace' | 'name' | 'title' | 'summary' | 'keywords' | 'visibility'>;
/** What listings need of the latest version's row. */
export type ListedVersion = { manifest: Manifest; readme: string | null; capabilities: CapabilitiesDto | null };
export const LISTED_VERSION = { manifest: 1, readme: 1, capabilities: 1 } as const;

const NO_CAPABILITIES: CapabilitiesDto = { runs: [], network: [], root: false, labels: [] };

/** What lists, search and relations know of a module: nothing, unless it is public. */
export function listingFields({ manifest, readme, capabilities }: ListedVersion, listing: Listing) {
  if (!isListed(listing))
    return { listingShape: LISTING_SHAPE, search: null, facets: [], claims: [], dependsOn: [], colors: null };
  return {
    listingShape: LISTING_SHAPE,
    search: searchText(manifest, listing, readme),
    facets: facetTerms(manifest, { ...listing, capabilities: capabilities ?? NO_CAPABILITIES }),
    claims: claimsOf(manifest),
    dependsOn: dependsOn(manifest),
    colors: themeColors(manifest),
  };
}
