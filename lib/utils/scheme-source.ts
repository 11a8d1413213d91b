/** The one inline script of the site: sets the colour scheme that this browser keeps, before the first paint. */
export const SCHEME_SOURCE = `try{var s=localStorage.getItem("dotkit-scheme");if(s)document.documentElement.dataset.scheme=s}catch(e){}`;
