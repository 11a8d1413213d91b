export const TOKEN_SCOPES = ['read', 'publish', 'manage'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Who calls: a signed-in person (all scopes) or an API token (the scopes it was given). */
export type Actor = {
  /** The identity provider's id, never shown. */
  userId: string;
  username: string;
  roles: readonly 'moderator'[];
  scopes: readonly TokenScope[];
};
