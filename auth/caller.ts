import { areSeparated } from '#auth/policies/roles.ts';
import type { VerifiedClaims } from '#auth/tokens/verifier.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Who asks, as the token issuer vouches for it. Which cases are this person's own is not in here: the owning department's record decides. */
export interface Caller {
  /** The issuer's stable, opaque id of the account. */
  readonly sub: string;
  /** `preferred_username`; the `sub` where the issuer gives none. */
  readonly username: string;
  /** Realm roles such as `court.judge`; none where the account holds some that may not stand together. */
  readonly roles: ReadonlySet<string>;
  /** The account holds a platform role together with another role (三员分立, DOMAIN 5.3): rule `deny.separation`. */
  readonly separated?: true;
  /** From the `scope` claim. */
  readonly scopes: ReadonlySet<string>;
  /** From the `policies` claim, which only issuers of the generic mode write. */
  readonly policies: ReadonlySet<string>;
  /** Agency code such as `COURT-379999`; null for parties. */
  readonly agency: string | null;
  /** GB/T 2260, six digits. */
  readonly areaCode: string | null;
  readonly staffNo: string | null;
  /** Lawyers only. */
  readonly licenceNo: string | null;
  readonly issuer: string;
  /** Seconds since the epoch, as `exp`. */
  readonly expiresAt: number;
}

/** More roles, scopes or policies than this is a mistake or an attack. */
const MAX_NAMES = 1000;

/**
 * Reads the claims of a verified token. A claim of the wrong type counts as absent, since nothing may never mean open; roles come from
 * `realm_access` alone, never from `resource_access` or the top level, and none of them counts where they may not stand together. Throws `UNAUTHENTICATED` for more than 1,000 roles, scopes or policies.
 */
export function callerFromClaims(claims: VerifiedClaims): Caller {
  const roles = names(own(own(claims, 'realm_access'), 'roles'));
  return {
    sub: claims.sub,
    username: text(claims, 'preferred_username') ?? claims.sub,
    ...(areSeparated(roles) ? { roles: new Set(), separated: true } : { roles }),
    scopes: names(text(claims, 'scope')?.split(' ').filter(Boolean)),
    policies: names(own(claims, 'policies')),
    agency: text(claims, 'agency'),
    areaCode: text(claims, 'areaCode'),
    staffNo: text(claims, 'staffNo'),
    licenceNo: text(claims, 'licenceNo'),
    issuer: claims.iss,
    expiresAt: claims.exp,
  };
}

/** Own properties only: a claim called `__proto__` or a role called `constructor` is a name like any other. */
function own(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined;
  return (holder as Record<string, unknown>)[name];
}

function text(claims: VerifiedClaims, name: string): string | null {
  const value = own(claims, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

function names(value: unknown): ReadonlySet<string> {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return new Set();
  if (value.length > MAX_NAMES) {
    throw new GraphError('UNAUTHENTICATED', {
      zh: `访问令牌中的角色或权限超过 ${MAX_NAMES} 个，不予接受。`,
      en: `The access token names more than ${MAX_NAMES} roles, scopes or policies and is not accepted.`,
    });
  }
  return new Set(value);
}
