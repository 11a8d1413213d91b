import type { FindingCode } from '../finding-codes';

const INTERPRETERS =
  '(?:ba|z|da|k|fi|a)?sh|python[0-9.]{0,4}|perl|ruby|node|deno|bun|php|lua|pwsh|powershell|osascript|source|eval|iex|Invoke-Expression';
const RUNNER = `(?:(?:sudo|doas|env|exec|command|nohup)\\s{1,20}(?:-\\S{1,40}\\s{1,20}){0,4})?(?:[\\w./~-]{0,80}/)?(?:${INTERPRETERS})(?![\\w-])`;
const DOWNLOADER = '(?:curl|wget|aria2c|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?![\\w-])';
const DECODER = '(?:base64\\s{1,20}(?:-d|-D|--decode)|base32\\s{1,20}-d|xxd\\s{1,20}-r|openssl\\s{1,20}(?:enc|base64))';

const PIPED = new RegExp(`\\|\\s{0,20}${RUNNER}`, 'i');
/** `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`, and the same with backquotes. */
const SUBSTITUTED = (inner: string): RegExp =>
  new RegExp(
    `(?:(?<![\\w-])(?:${INTERPRETERS})|(?:^|[\\s;&])\\.)\\s{1,20}(?:-\\S{1,20}\\s{1,20}){0,4}["']?(?:<\\(|\\$\\(|\`)\\s{0,20}(?:sudo\\s{1,20})?${inner}`,
    'i',
  );
const FETCHED = SUBSTITUTED(DOWNLOADER);
const DECODED = SUBSTITUTED(`[^)\`]{0,400}${DECODER}`);
const HAS_DOWNLOADER = new RegExp(`(?<![\\w-])${DOWNLOADER}`, 'i');
const HAS_DECODER = new RegExp(DECODER, 'i');
/** PowerShell: `iex (iwr …)`, `iex ((New-Object Net.WebClient).DownloadString(…))`. */
const POWERSHELL =
  /(?:iex|Invoke-Expression)\s{0,20}[("'&].{0,200}(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString)/i;
const ROOT = /(?<![\w./-])(?:sudo|doas|pkexec)\s{1,20}[-\w/$"'{~.]/;
const NETWORK_SHELL = /\/dev\/(?:tcp|udp)\/|(?<![\w-])n(?:c|cat|etcat)\s{1,20}(?:-\S{1,20}\s{1,20}){0,4}-e\s/;

/** Cuts at the pipe after the command, so that `sh | curl` is not taken for `curl | sh`. */
const after = (line: string, mark: RegExp): string => line.slice(mark.exec(line)?.index ?? line.length);

/** The codes of what a line would run. Every pattern has bounded repetition, and a line is judged once. */
export function commandCodes(line: string): FindingCode[] {
  const codes: FindingCode[] = [];
  if (PIPED.test(after(line, HAS_DOWNLOADER)) || FETCHED.test(line) || POWERSHELL.test(line))
    codes.push('remote-script');
  if (PIPED.test(after(line, HAS_DECODER)) || DECODED.test(line)) codes.push('decoded-script');
  if (NETWORK_SHELL.test(line)) codes.push('reverse-shell');
  if (ROOT.test(line)) codes.push('sudo');
  return codes;
}
