/** Runs before the first paint: a page that comes from a shared cache cannot know the scheme that this browser keeps. */
const SOURCE = `try{var s=localStorage.getItem("dotkit-scheme");if(s)document.documentElement.dataset.scheme=s}catch(e){}`;

export function SchemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
  return <script dangerouslySetInnerHTML={{ __html: SOURCE }} />;
}
