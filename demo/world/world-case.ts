import type { PersonKey } from '#demo/world/people.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** A case of the demo county with the numbers that the agencies gave it, in canonical form; an agency's rows may write them in other brackets. */
export interface WorldCase {
  readonly caseUid: string;
  readonly kind: CaseKind;
  readonly stage: Stage;
  /** 封存 */
  readonly sealed: boolean;
  readonly policeCaseNos: readonly string[];
  /** 部门受案号 of 12309: arrest review, then prosecution review. */
  readonly acceptanceNos: readonly string[];
  /** 统一受案号 */
  readonly unifiedNos: readonly string[];
  /** 案号 of the trials, an appeal after what it is an appeal from. */
  readonly courtCaseNos: readonly string[];
  /** 诉前调, a record of 12368 too. */
  readonly mediationNos: readonly string[];
  /** The mediation committee's own key. */
  readonly mediationUids: readonly string[];
  /** 公证书编号 of the office 32379999FAKE6NTY35. */
  readonly certificateNos: readonly string[];
  readonly parties: readonly WorldParty[];
}

export interface WorldParty {
  readonly person: PersonKey;
  readonly role: PartyRole;
  readonly legalStatus: LegalStatus;
  readonly minorAtOffence: boolean;
  /** What stands for the name everywhere but at the owner: the identity is protected (CPL 64). */
  readonly alias?: string;
  /** The court's own key of the party (序号 within the case), where the court has the case. */
  readonly courtPartyKey?: string;
  /** Key of the legal aid case in which the party is the beneficiary. */
  readonly legalAidId?: string;
}

/** A case without the numbers that it does not have. */
export function worldCase(world: Pick<WorldCase, 'caseUid' | 'kind' | 'stage' | 'parties'> & Partial<WorldCase>) {
  const none = { policeCaseNos: [], acceptanceNos: [], unifiedNos: [], courtCaseNos: [] };
  return { sealed: false, ...none, mediationNos: [], mediationUids: [], certificateNos: [], ...world };
}

/** One of the accused. */
export function accused(
  person: PersonKey,
  legalStatus: LegalStatus,
  more: Partial<Pick<WorldParty, 'minorAtOffence' | 'courtPartyKey' | 'legalAidId'>> = {},
): WorldParty {
  return { person, role: 'SUSPECT_OR_DEFENDANT', legalStatus, minorAtOffence: false, ...more };
}

/** Anyone else who takes part. */
export function other(
  person: PersonKey,
  role: PartyRole,
  more: Partial<Pick<WorldParty, 'alias' | 'courtPartyKey'>> = {},
): WorldParty {
  return { person, role, legalStatus: 'NOT_APPLICABLE', minorAtOffence: false, ...more };
}
