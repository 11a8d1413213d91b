import { describe, expect, it } from 'vitest';
import { canEdit, canView, isListed, ownsNamespace } from '@/lib/modules/rules';
import { assertCanPublish, assertScope } from '@/lib/versions/rules';
import { type Actor, TOKEN_SCOPES, type TokenScope } from '@/types/actor';
import type { Visibility } from '@/types/module';

const actor = (username: string, scopes: readonly TokenScope[] = TOKEN_SCOPES, roles: Actor['roles'] = []): Actor => ({
  userId: `user_${username}`,
  username,
  roles,
  scopes,
});

const WHO = {
  nobody: null,
  stranger: actor('eve'),
  owner: actor('ada'),
  'owner with a token to read': actor('ada', ['read']),
  'owner with a token to publish': actor('ada', ['read', 'publish']),
  'owner with a token to manage': actor('ada', ['manage']),
  'a moderator': actor('eve', TOKEN_SCOPES, ['moderator']),
  'somebody of a longer name': actor('ada-2'),
} satisfies Record<string, Actor | null>;
type Who = keyof typeof WHO;

const OWNERS: Who[] = [
  'owner',
  'owner with a token to read',
  'owner with a token to publish',
  'owner with a token to manage',
];
const EDITORS: Who[] = ['owner', 'owner with a token to manage'];
const EVERYBODY = Object.keys(WHO) as Who[];

const allowed = (rule: (who: Actor | null) => boolean) => EVERYBODY.filter((who) => rule(WHO[who]));
const moduleOf = (visibility: Visibility) => ({ namespace: 'ada', visibility });

it.each([
  ['public', EVERYBODY],
  ['unlisted', EVERYBODY],
  ['private', OWNERS],
] satisfies [Visibility, Who[]][])('a %s module may be seen by the right people', (visibility, people) => {
  expect(allowed((who) => canView(who, moduleOf(visibility)))).toEqual(people);
});

it.each(['public', 'unlisted', 'private'] satisfies Visibility[])(
  'a %s module may be edited by its owner',
  (visibility) => {
    expect(allowed((who) => canEdit(who, moduleOf(visibility)))).toEqual(EDITORS);
  },
);

it('lists hold public modules alone', () => {
  expect((['public', 'unlisted', 'private'] as const).filter((visibility) => isListed({ visibility }))).toEqual([
    'public',
  ]);
});

it('a namespace belongs to the account of exactly that name', () => {
  expect(allowed((who) => ownsNamespace(who, 'ada'))).toEqual(OWNERS);
  expect(ownsNamespace(actor('ada'), 'Ada')).toBe(false);
});

describe('publishing', () => {
  const refusal = (who: Actor, ref: string, size = 1) => {
    try {
      assertCanPublish(who, ref, size, 100);
      return 'none';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['owner', '@ada/tool', 1, 'none'],
    ['owner', '@ada/tool', 100, 'none'],
    ['owner', '@ada/tool', 101, 'archive_too_large'],
    ['owner', '@eve/tool', 1, 'namespace_not_yours'],
    ['owner', '@ada-2/tool', 1, 'namespace_not_yours'],
    ['owner', 'ada/tool', 1, 'invalid_input'],
    ['owner', '@ada/Tool', 1, 'invalid_input'],
    ['owner', '@ada/tool/more', 1, 'invalid_input'],
    ['owner', '@ada/collections', 1, 'name_reserved'],
    ['owner', '@ada/prototype', 1, 'name_reserved'],
    ['owner with a token to publish', '@ada/tool', 1, 'none'],
    ['owner with a token to read', '@ada/tool', 1, 'scope_missing'],
    ['owner with a token to manage', '@ada/tool', 1, 'scope_missing'],
    ['stranger', '@ada/tool', 1, 'namespace_not_yours'],
    ['a moderator', '@ada/tool', 1, 'namespace_not_yours'],
  ] satisfies [Exclude<Who, 'nobody'>, string, number, string][])('%s, %s, %d bytes: %s', (who, ref, size, code) => {
    expect(refusal(WHO[who], ref, size)).toBe(code);
  });

  it.each(TOKEN_SCOPES)('a token without “%s” is told so', (scope) => {
    const others = TOKEN_SCOPES.filter((other) => other !== scope);
    expect(() => assertScope(actor('ada', others), scope)).toThrow(`“${scope}”`);
    expect(() => assertScope(actor('ada', [scope]), scope)).not.toThrow();
  });
});
