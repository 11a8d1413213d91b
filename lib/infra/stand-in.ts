import { isModuleKind } from '@/types/module-kind';
import { SEARCH_PARAMETERS } from '@/types/search-parameters';

const COLOR_PARAMETERS = ['color', 'hex'];

/** Pages of a module, below its address. Its feeds, raw files and badges are routes that ask for themselves who calls. */
const MODULE_PAGE =
  /^\/@[^/]+\/[^/]+(?:\/(?:v\/[^/]+|(?:v\/[^/]+\/)?files(?:\/.+)?|versions(?:\/before\/[^/]+)?|diff\/[^/]+))?$/;
/** The sign-in form posts to its own address; only a form has such a content type. */
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/;

export type Asked = { pathname: string; query: URLSearchParams; contentType: string | null; carriesSession: boolean };

/**
 * The path whose page answers in the place of the one that was asked for, because what it shows depends on this request: on its
 * query, or on who is signed in. Null where the page that was asked for answers itself.
 */
export function standInFor({ pathname, query, contentType, carriesSession }: Asked): string | null {
  const has = (name: string) => query.getAll(name).some(Boolean);
  if (pathname === '/explore') {
    const isUnknownKind = query.getAll('kind').some((kind) => kind && !isModuleKind(kind));
    return isUnknownKind || SEARCH_PARAMETERS.some(has) ? '/explore/search' : null;
  }
  if (pathname === '/colors') return COLOR_PARAMETERS.some(has) ? '/colors/near' : null;
  if (pathname === '/sign-in') return FORM.test(contentType ?? '') ? '/identity/sign-in' : null;
  return carriesSession && MODULE_PAGE.test(pathname) ? `/viewer${pathname}` : null;
}
