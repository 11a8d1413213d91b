const ASCII = /^[ -~]*$/;

/**
 * The key under which two paths are the same file for a file system that ignores case or Unicode form: full case folding
 * (`ß` = `ss`, the Kelvin sign = `k`) over compatibility form. Folding by the runtime's own tables; lower, upper, lower
 * reaches every pair of CaseFolding.txt, and over-joins (`ı` = `i`) where it errs.
 */
export function foldCase(path: string): string {
  if (ASCII.test(path)) return path.toLowerCase();
  const folded = path.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  return folded.normalize('NFKC');
}
