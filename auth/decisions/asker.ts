import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { GrantKind, LiveGrant } from '#auth/grants/live-grant.ts';

/** Who asks, for what, and what was granted to them. */
export interface Asker extends Pick<EnvelopeContent, 'principal' | 'purpose'> {
  /** The one case that exists for the request (`x-case`): grants are of this case, or do not count. */
  readonly onlyCase?: string | null;
  /** As their issuer signed them for this request. */
  readonly grants?: readonly LiveGrant[];
  /** The instant at which it is decided, in milliseconds since 1970: security time. @default Date.now() */
  readonly now?: number;
}

/** The grant of a kind that is in force for the one case of the request; `null` where there is none. */
export function liveGrant(
  { onlyCase = null, grants = [], now }: Asker,
  kind: GrantKind,
  field?: string,
): LiveGrant | null {
  if (onlyCase === null || grants.length === 0) return null;
  const instant = now ?? Date.now();
  const counts = (grant: LiveGrant) =>
    grant.kind === kind &&
    grant.caseUid === onlyCase &&
    // No date at all compares as false.
    Date.parse(grant.until) > instant &&
    (field === undefined || grant.fields.includes(field));
  return grants.find(counts) ?? null;
}
