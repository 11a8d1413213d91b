import { SCHEME_SOURCE } from '@/lib/utils/scheme-source';

/** Runs before the first paint: a page that comes from a shared cache cannot know the scheme that this browser keeps. */
export function SchemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script dangerouslySetInnerHTML={{ __html: SCHEME_SOURCE }} />;
}
