/** Kinds of secrets by their published shapes. Each pattern is linear: no nested or overlapping repetition. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/],
  ['a dotkit token', /(?<![A-Za-z0-9_])dk_[A-Za-z0-9_-]{27,200}/],
  ['an AWS access key', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/],
  ['a GitHub token', /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{50,244})/],
  ['a GitLab token', /(?<![A-Za-z0-9_])glpat-[A-Za-z0-9_-]{20,64}/],
  ['a Slack token', /(?<![A-Za-z0-9_])(?:xox[abeoprs]-[A-Za-z0-9-]{20,250}|xapp-\d-[A-Za-z0-9-]{20,250})/],
  ['a Slack webhook', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,30}/],
  ['a Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/\d{15,21}\/[A-Za-z0-9_-]{50,90}/],
  ['an npm token', /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])|:_authToken=[A-Za-z0-9_+/=-]{20,200}/],
  ['a PyPI token', /(?<![A-Za-z0-9_])pypi-AgE[A-Za-z0-9_-]{50,250}/],
  ['a Stripe key', /(?<![A-Za-z0-9_])[rs]k_live_[A-Za-z0-9]{20,120}/],
  ['a Google API key', /(?<![A-Za-z0-9_])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/],
  ['an OpenAI or Anthropic key', /(?<![A-Za-z0-9_-])sk-(?:ant-|proj-|svcacct-)[A-Za-z0-9_-]{20,250}/],
  ['a Hugging Face token', /(?<![A-Za-z0-9_])hf_[A-Za-z]{34}(?![A-Za-z0-9])/],
  ['a SendGrid key', /(?<![A-Za-z0-9_])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/],
  ['a DigitalOcean token', /(?<![A-Za-z0-9_])do[opr]_v1_[a-f0-9]{64}/],
  ['an age secret key', /AGE-SECRET-KEY-1[A-Z0-9]{58}/],
];

/** Fewer different characters than a random string of that length would ever have: a placeholder such as `ghp_xxxx…`. */
const MIN_DISTINCT = 9;

const isPlaceholder = (match: string): boolean =>
  !match.startsWith('-----') &&
  (new Set(match).size < MIN_DISTINCT || /example|placeholder|redacted|x{8}|0{12}/i.test(match));

/** What kind of secret a line seems to hold, or null. The secret itself is never repeated in a message. */
export function secretKind(line: string): string | null {
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(line)?.[0];
    if (match !== undefined && !isPlaceholder(match)) return kind;
  }
  return null;
}
