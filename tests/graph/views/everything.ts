import { CASES } from '#demo/world/cases.ts';
import { SEEN } from '#tests/graph/who-sees.ts';
import { type Answer, as, type Question } from '#tests/harness/ask.ts';

/** All that the graph has of a case: every list, every field in it, every party in every position. */
export const EVERYTHING = `
  fragment Everything on Case {
    caseUid kind currentStage closedHearingOnly
    parties { ...PartyWhole }
    policeCases {
      policeCaseNo status category { scheme code name } acceptedOn filedOn supplementRound
      handlingUnit { code name agency { agencyCode } } handlers { officerUid displayName title agency { agencyCode } }
    }
    arrestReviews {
      acceptanceNo rawNumber unifiedNo status receivedOn limitOn prosecutor { displayName }
      decisions {
        party { ...PartyWhole } decision status decidedOn executedAt receiptDueOn
        document { ...DocumentWhole } supplementOutline { ...DocumentWhole }
      }
    }
    prosecutionReviews {
      acceptanceNo rawNumber unifiedNo status acceptedOn limitOn prosecutor { displayName } returnsUsed returnsLeft
      returns { round returnedOn resubmittedOn outline { ...DocumentWhole } }
      outcomes { party { ...PartyWhole } outcome on document { ...DocumentWhole } }
    }
    courtCases {
      courtCaseNo rawNumber court { agencyCode } status procedure cause { scheme code name }
      docketedOn trialLimitOn effectiveOn precededBy { courtCaseNo status docketedOn }
      panel { displayName title } clerk { displayName } mediator { displayName title }
      hearings {
        hearingUid kind { code } startsAt room open
        notices { party { ...PartyWhole } document { ...DocumentWhole } dueOn servedAt }
      }
      fees { noticeNo amountFen noticedOn dueOn state payer { ...PartyWhole } }
    }
    legalAidCases {
      legalAidId rawNumber beneficiary { ...PartyWhole } ground stage status notifiedBy { agencyCode } notifiedAt assignBy
      lawyer { name licenceNo firm { name } active }
    }
    documents { ...DocumentWhole }
    transfers {
      transferUid kind status round from { agencyCode } to { agencyCode } sentAt receivedAt parties { ...PartyWhole }
      documents { documentUid title } checklist { code label required present note } replaces { transferUid }
    }
    deadlines { code basis subject { ...PartyWhole } startsOn dueOn provisional state }
    dataQuality { agency { agencyCode } system field notedAt }
  }
  fragment PartyWhole on PartyInCase {
    partyUid role legalStatus minorAtOffence protectedIdentity
    person { personUid displayName sexCode idNumberMasked phoneMasked }
    measures { kind decidedBy { agencyCode } from limitOn endedOn documentUid } currentMeasure { kind }
    custody {
      detentionCentre { agencyCode } heldFor { agencyCode } limitFrom limitTo
      handovers { handoverUid from { agencyCode } to { agencyCode } reason sentAt } pendingHandover { handoverUid }
    }
    representations { kind lawyer { name licenceNo } from to letter { number } }
  }
  fragment DocumentWhole on LegalDocument {
    documentUid code title number issuer { agencyCode } issuedOn sealed signatureValid digest
    deliveries { to method servedAt ok }
  }`;

/** Of a case that a view shows one thing of, all else (WORLD 7). */
export const NOTHING_ELSE = {
  closedHearingOnly: null,
  parties: [],
  policeCases: [],
  arrestReviews: [],
  prosecutionReviews: [],
  courtCases: [],
  legalAidCases: [],
  documents: [],
  transfers: [],
  deadlines: [],
  dataQuality: [],
};

/** A party of which a view shows no rows. */
export const NO_ROWS = { measures: [], currentMeasure: null, custody: null, representations: [] };

export const everything = (caseNo: number): Question => ({
  query: `query Everything($uid: ID!) { case(caseUid: $uid) { ...Everything } } ${EVERYTHING}`,
  variables: { uid: caseUidOf(caseNo) },
});

export function caseUidOf(caseNo: number): string {
  const found = CASES.find(({ caseUid }) => Number(caseUid.slice(-6)) === caseNo);
  if (found === undefined) throw new Error(`there is no case ${caseNo}`);
  return found.caseUid;
}

/** A user with the purpose of WORLD 3. */
export function asker(user: string) {
  const [, purpose] = SEEN.find(([name]) => name === user) ?? [];
  return as(user, purpose === undefined ? {} : { purpose });
}

/** Each user with each case that it sees. */
export const LOOKS: readonly (readonly [user: string, caseNo: number])[] = SEEN.flatMap(([user, , cases]) =>
  cases.map((caseNo) => [user, caseNo] as const),
);

const answers = new Map<string, Promise<Answer>>();

/** The answer to everything about a case, asked once in each test file. */
export function lookAt(user: string, caseNo: number): Promise<Answer> {
  const key = `${user} ${caseNo}`;
  const answer = answers.get(key) ?? asker(user).ask(everything(caseNo));
  answers.set(key, answer);
  return answer;
}

/** The case in it, without an error beside it. */
export async function caseSeen<Case = Readonly<Record<string, unknown>>>(user: string, caseNo: number): Promise<Case> {
  const { data, errors, text } = await lookAt(user, caseNo);
  if (!data?.case || errors.length > 0) throw new Error(`${user} does not see all of case ${caseNo}: ${text}`);
  return data.case as Case;
}

/** Objects anywhere in an answer that have all these fields. */
export function objectsWith(value: unknown, ...fields: readonly string[]): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap((each) => objectsWith(each, ...fields));
  const isOne = fields.every((field) => field in value);
  return isOne ? [value as Record<string, unknown>, ...within] : within;
}
