import type { KeyObject } from 'node:crypto';
import { opaqueId } from '#auth/opaque-id.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { IngestedParty } from '#subgraphs/kit/ingested-record.ts';

/** Roles under which departments list one and the same position: a person may hold one position in a case, or several. */
const FAMILY = {
  SUSPECT_OR_DEFENDANT: 'ACCUSED',
  INCIDENTAL_CIVIL_DEFENDANT: 'ACCUSED',
  VICTIM: 'INJURED',
  PRIVATE_PROSECUTOR: 'INJURED',
  INCIDENTAL_CIVIL_PLAINTIFF: 'INJURED',
  WITNESS: 'WITNESS',
  EXPERT: 'EXPERT',
  INTERPRETER: 'INTERPRETER',
  APPROPRIATE_ADULT: 'APPROPRIATE_ADULT',
  LEGAL_REPRESENTATIVE: 'LEGAL_REPRESENTATIVE',
  AGENT_AD_LITEM: 'COUNSEL',
  DEFENDER: 'COUNSEL',
  PLAINTIFF: 'CIVIL',
  DEFENDANT: 'CIVIL',
  THIRD_PARTY: 'CIVIL',
  APPLICANT: 'CIVIL',
  RESPONDENT: 'CIVIL',
} as const satisfies Record<PartyRole, string>;

/**
 * partyUid of each of a record's parties, in order. Across systems a party is known by its personUid and position in the case; a protected
 * person, whose number no system gives, by alias and position. Two of one record under the same alias are two persons.
 */
export function partyUids(key: KeyObject, caseUid: string, parties: readonly IngestedParty[]): string[] {
  const seen = new Map<string, number>();
  return parties.map(({ personUid, role, protectedIdentity, displayName }) => {
    if (!protectedIdentity) return opaqueId(key, 'PT', caseUid, FAMILY[role], personUid);
    const alias = `${FAMILY[role]} ${displayName}`;
    const ordinal = (seen.get(alias) ?? 0) + 1;
    seen.set(alias, ordinal);
    return opaqueId(key, 'PT', caseUid, FAMILY[role], 'alias', displayName, String(ordinal));
  });
}
