import { describe, expect, it } from 'vitest';
import { readmeHref } from '@/components/readme/rehype-readme';

const home = { namespace: 'ada', name: 'quiet', title: 'Quiet' };

describe('links in a README', () => {
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['#Install', '#readme-install'],
    ['#readme-fn-1', '#readme-fn-1'],
    ['docs/keys.md#top', '/@ada/quiet/files/docs/keys.md'],
    ['./a%20b.sh', '/@ada/quiet/files/a%20b.sh'],
  ])('%s leads to %s', (href, target) => expect(readmeHref(href, home)).toBe(target));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example/x',
    '../../other/module',
    'file:///etc/passwd',
    '',
  ])('%j leads nowhere', (href) => expect(readmeHref(href, home)).toBeNull());
});
