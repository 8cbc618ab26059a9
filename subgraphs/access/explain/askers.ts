import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { ROLES } from '#auth/policies/roles.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import type { Purpose } from '#schema/purposes.ts';
import type { AccessContext } from '#subgraphs/access/context.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import type { Account } from '#subgraphs/access/store/accounts.ts';
import type { ExplainedAsker } from '#subgraphs/casework/explain/question.ts';

/** An account as it would ask for a purpose, with what was granted to it. A disabled one cannot ask, and has no role to ask with. */
export function askerOf(account: Account, purpose: Purpose, grants: readonly Grant[]): ExplainedAsker {
  const { issuer, subject, username, agency, staffNo, licenceNo } = account;
  const own = grants.filter(({ applicant }) => applicant.issuer === issuer && applicant.subject === subject);
  const names = { issuer, subject, username, agency, staffNo, licenceNo };
  return { ...names, roles: rolesOf(account), purpose, grants: own.map(toLiveGrant) };
}

/** The purposes for which an account may ask at all. */
export function purposesOf(account: Account): readonly Purpose[] {
  return [...new Set(rolesOf(account).flatMap((role) => ROLES[role]?.purposes ?? []))];
}

/** Everybody's grants for a case as of an instant. They are kept by caseUid: a case asked for by another number has none. */
export function grantsFor(context: AccessContext, number: string | null, at: Date): Promise<readonly Grant[]> {
  const uid = number === null ? null : caseUid.parse(number);
  return uid === null ? Promise.resolve([]) : context.store.grantsLiveAt(uid, at);
}

function rolesOf({ enabled, roles }: Account): readonly string[] {
  return enabled ? roles.map(({ role }) => role) : [];
}

function toLiveGrant({ grantUid, kind, caseUid: uid, agency, fields, until }: Grant): LiveGrant {
  return { grantUid, kind, caseUid: uid, agency, fields, until: until.toISOString() };
}
