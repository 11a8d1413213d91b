import { expect, test } from './support/fixtures';

const LONG = `tmux ${'lorem ipsum '.repeat(850)}`;
const TEXTS = [
  '.*',
  '(a+)+$',
  '[a-z',
  '\\',
  '^$',
  '{"$gt":""}',
  '$where',
  "'; DROP TABLE modules; --",
  '<script>alert(1)</script>',
  '%00',
  '\u0000',
  '\u202e\u200b',
  '🙂🙂🙂',
  '"',
  'tag:"',
  ':::',
  'İstanbul',
];

test.describe('hostile searches', () => {
  for (const text of TEXTS)
    test(`${JSON.stringify(text)} gets a page and an answer`, async ({ request }) => {
      const q = encodeURIComponent(text);
      const page = await request.get(`/explore?q=${q}`);
      expect(page.status()).toBe(200);
      expect(await page.text()).not.toContain('<script>alert(1)');
      expect([200, 400]).toContain((await request.get(`/api/v1/modules?q=${q}`)).status());
      expect([200, 400]).toContain((await request.get(`/api/v1/suggest?q=${q}`)).status());
    });

  test('a search of ten thousand letters is shortened on the page and refused by the API', async ({
    page,
    request,
  }) => {
    await page.goto(`/explore?q=${encodeURIComponent(LONG)}`);
    await expect(page.getByRole('main')).toContainText('Only its beginning was used');
    const answer = await request.get(`/api/v1/modules?q=${encodeURIComponent(LONG)}`);
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect((await answer.json()).errors[0].path).toBe('q');
    expect((await request.get(`/api/v1/suggest?q=${encodeURIComponent(LONG)}`)).status()).toBe(400);
  });

  test('an operator that does not exist is named, and its words are searched', async ({ page, request }) => {
    await page.goto('/explore?q=color:tidewater');
    await expect(page.getByRole('main')).toContainText('There is no operator color');
    const answer = await request.get('/api/v1/modules?q=color:tidewater');
    expect(answer.status()).toBe(400);
    expect((await answer.json()).errors).toEqual([{ path: 'q', message: expect.stringContaining('color') }]);
  });

  for (const [parameter, value] of [
    ['kind', 'nonsense'],
    ['stars', 'many'],
    ['stars', '50..10'],
    ['updated', '2026-02-30'],
    ['capability', 'sudo'],
    ['appearance', 'pink'],
    ['sort', 'sideways'],
    ['limit', '9999'],
    ['limit', '-1'],
    ['tag', '$ne'],
  ] as const)
    test(`${parameter}=${value} is left out on the page and refused by the API`, async ({ page, request }) => {
      await page.goto(`/explore?${parameter}=${encodeURIComponent(value)}`);
      await expect(page.getByRole('main')).toContainText('was left out');
      await expect(page.locator('.card').first()).toBeVisible();
      const answer = await request.get(`/api/v1/modules?${parameter}=${encodeURIComponent(value)}`);
      expect(answer.status()).toBe(400);
      expect((await answer.json()).errors[0].path).toBe(parameter);
    });

  test('filters that nothing can meet show an empty list and the way on', async ({ page, request }) => {
    const impossible = 'kind=color-theme&shell=zsh&stars=%3E999999';
    await page.goto(`/explore?${impossible}`);
    await expect(page.getByRole('main')).toContainText('Nothing matches all of this');
    await expect(page.getByRole('main').getByRole('link', { name: 'See every module' })).toBeVisible();
    const answer = await (await request.get(`/api/v1/modules?${impossible}`)).json();
    expect([answer.total, answer.items]).toEqual([0, []]);
  });

  test('a forged cursor, and one of another list, lead to the first page or a 400', async ({ page, request }) => {
    const { nextCursor } = await (await request.get('/api/v1/modules?sort=stars&limit=5')).json();
    for (const [query, cursor] of [
      ['sort=stars', 'forged'],
      ['sort=stars', 'e30'],
      ['sort=stars', `${String(nextCursor).slice(0, -3)}AAA`],
      ['sort=new', String(nextCursor)],
      ['q=git', String(nextCursor)],
    ]) {
      const answer = await request.get(`/api/v1/modules?${query}&cursor=${cursor}`);
      expect([query, cursor, answer.status()]).toEqual([query, cursor, 400]);
      expect((await answer.json()).code).toBe('invalid_cursor');
      await page.goto(`/explore?${query}&cursor=${cursor}`);
      await expect(page.getByRole('main')).toContainText('This is the first one');
      await expect(page.locator('.card').first()).toBeVisible();
    }
  });

  test('the last page has no next one', async ({ page, request }) => {
    let cursor: string | null = null;
    for (let pages = 0; pages < 100; pages += 1) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const answer = await (await request.get(`/api/v1/modules?kind=prompt&sort=new&limit=24${query}`)).json();
      if (!answer.nextCursor) break;
      cursor = answer.nextCursor;
    }
    await page.goto(`/explore?kind=prompt&sort=new${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    await expect(page.locator('.card').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Next page' })).toHaveCount(0);
  });
});
