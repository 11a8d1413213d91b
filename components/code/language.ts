/** Languages that are highlighted, by the extension or the whole name of a file. Everything else is shown plain. */
const BY_NAME: Record<string, string> = {
  bash: 'shellscript',
  sh: 'shellscript',
  zsh: 'shellscript',
  shell: 'shellscript',
  shellscript: 'shellscript',
  console: 'shellscript',
  'zsh-theme': 'shellscript',
  zshrc: 'shellscript',
  zshenv: 'shellscript',
  zprofile: 'shellscript',
  bashrc: 'shellscript',
  bash_profile: 'shellscript',
  profile: 'shellscript',
  bats: 'shellscript',
  fish: 'fish',
  lua: 'lua',
  vim: 'viml',
  viml: 'viml',
  vimrc: 'viml',
  toml: 'toml',
  ini: 'ini',
  conf: 'ini',
  cfg: 'ini',
  gitconfig: 'ini',
  dosini: 'ini',
  json: 'json',
  jsonc: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  js: 'javascript',
  mjs: 'javascript',
  javascript: 'javascript',
  py: 'python',
  python: 'python',
  css: 'css',
  nix: 'nix',
  kdl: 'kdl',
  diff: 'diff',
  patch: 'diff',
  md: 'markdown',
  markdown: 'markdown',
};

/** The language of a path, or of the word after a code fence; null when it is shown plain. */
export function languageOf(pathOrWord: string): string | null {
  const name = (pathOrWord.split('/').pop() ?? '').toLowerCase().replace(/^\./, '');
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return BY_NAME[name] ?? BY_NAME[extension] ?? null;
}
