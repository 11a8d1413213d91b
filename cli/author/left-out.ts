/** Never part of a module, whatever the author's own rules say: the history of the files, with everything that was ever in it. */
export const VERSION_CONTROL = ['.git', '.hg', '.svn', '.bzr', '.jj', 'CVS'];

/** What systems, editors and tools leave behind, in the notation of `.gitignore`; an author's rule with `!` brings one back. */
export const DEFAULT_RULES = `
.DS_Store
._*
__MACOSX
.AppleDouble
.Spotlight-V100
.Trashes
Thumbs.db
desktop.ini
*:Zone.Identifier
.directory
*~
.*.sw[a-p]
.#*
\\#*#
*.orig
*.rej
*.dotkit-new
node_modules
.dotkitignore
/*.tgz
/*.tar.gz
`;

export const IGNORE_FILE = '.dotkitignore';
