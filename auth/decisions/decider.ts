import { type Asker, liveGrant } from '#auth/decisions/asker.ts';
import { isElsewhere, isOfAgency, isRecused, sealersOf, ties } from '#auth/decisions/conditions.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { rulesOf } from '#auth/decisions/rules.ts';
import { type CaseView, viewsOf } from '#auth/decisions/views.ts';
import type { GrantKind, LiveGrant } from '#auth/grants/live-grant.ts';
import type { GrantRule, PolicySet } from '#auth/policies/policy-set.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** The outcome of a decision: a denial names its rule too, for the audit log and nobody else. */
export type Decision =
  | {
      readonly allowed: true;
      readonly rule: string;
      readonly view: CaseView;
      /** The grant that it rests on. */
      readonly grant?: string;
    }
  | { readonly allowed: false; readonly rule: string };

export type Denial = Extract<Decision, { allowed: false }>;

/** What is known of a case when it is decided: its records' facts, and its stage where that is known. */
export interface CaseFacts {
  readonly records: readonly RecordFacts[];
  readonly stage: Stage | null;
}

/** The decisions of one policy. Each is pure, and an error in one is a denial (`deny.error`). */
export interface Decider {
  /**
   * May this caller see this record? role ∧ agency ∧ assignment ∧ stage ∧ purpose ∧ ¬recusal ∧ ¬seal ∧ ¬label, and no in every other case
   * (DOMAIN 5.1). A live grant stands for the seal (RECORD_CHECK) or for the assignment within the own agency (BREAK_GLASS), for nothing else.
   */
  decideRecord(asker: Asker, facts: RecordFacts, stage?: Stage | null): Decision;
  /** May this caller see the case that these records belong to? A seal, a label or a recusal on one record closes the whole case. */
  decideCase(asker: Asker, found: CaseFacts): Decision;
  /**
   * May this caller see a department's record of the case, given that record's own facts, and how much of it? As much as the caller's own
   * tie to it opens, or the caller's view of the case; what closes the case by one of its records closes this one too. Of a record at
   * another agency of the caller's own department, the number, state and dates.
   */
  decideForeignRecord(asker: Asker, own: RecordFacts, found: CaseFacts): Decision;
  /** May a personal number be shown whole, in a row that the caller's view shows anyway? Only under a live UNMASK grant that names the field. */
  decideUnmask(asker: Asker, coordinate: string, view: CaseView): Decision;
}

const deny = (rule: string): Denial => ({ allowed: false, rule });
const permit = (rule: string, view: CaseView, grant?: LiveGrant): Decision =>
  grant === undefined ? { allowed: true, rule, view } : { allowed: true, rule, view, grant: grant.grantUid };

export function createDecider(policy: PolicySet): Decider {
  const { reaches, viewAt } = viewsOf(policy);
  const { rulesFor, grantRuleFor } = rulesOf(policy);

  /** @param sealers agencies with a sealed record of the case: any of them may have it checked */
  function record(asker: Asker, facts: RecordFacts, stage: Stage | null, sealers: ReadonlySet<string>): Decision {
    const { principal, purpose } = asker;
    if (facts.labelled) return deny('deny.secrecy-label');
    const check = facts.sealed ? granted(asker, 'RECORD_CHECK', sealers) : null;
    if (facts.sealed && check === null) return deny('deny.sealed');
    if (isRecused(asker, facts)) return deny('deny.recused');
    if (check?.rule.view) return permit(check.rule.id, check.rule.view, check.grant);
    const rules = rulesFor(principal, purpose).filter(({ departments }) => departments.includes(facts.department));
    if (rules.length === 0) return deny('deny.default');
    const mine = rules.filter((rule) => isOfAgency(rule, asker, facts));
    if (mine.length === 0) return deny('deny.other-agency');
    const rule = mine.find((each) => ties(each, asker, facts));
    if (rule) return permit(rule.id, viewAt(rule.view, stage));
    const isOwn = principal.agency === facts.agencyCode;
    const glass = isOwn ? granted(asker, 'BREAK_GLASS', new Set([facts.agencyCode])) : null;
    const broken = mine.find(({ roles }) =>
      roles.some((role) => principal.roles.has(role) && glass?.rule.roles.includes(role)),
    );
    return glass && broken ? permit(glass.rule.id, viewAt(broken.view, stage), glass.grant) : deny('deny.not-assigned');
  }

  /** The grant in force, and the rule that it comes under; given by one of these agencies, where it matters which. */
  function granted(
    { grants = [], ...asker }: Asker,
    kind: GrantKind,
    agencies: ReadonlySet<string> | null,
    field?: string,
  ): { readonly rule: GrantRule; readonly grant: LiveGrant } | null {
    const given = agencies === null ? grants : grants.filter(({ agency }) => agencies.has(agency));
    const grant = liveGrant({ ...asker, grants: given }, kind, field);
    const rule = grant && grantRuleFor(asker.principal, asker.purpose, kind);
    return rule && { rule, grant };
  }

  function wholeCase(asker: Asker, { records, stage }: CaseFacts, sealers: ReadonlySet<string>): Decision {
    const decisions = records.map((facts) => record(asker, facts, stage, sealers));
    const permits = decisions.filter((decision) => decision.allowed);
    return (
      decisions.find(closes) ??
      permits.find(({ view }) => view === 'WHOLE') ??
      permits[0] ??
      decisions[0] ??
      deny('deny.no-facts')
    );
  }

  function foreignRecord(asker: Asker, own: RecordFacts, found: CaseFacts): Decision {
    const sealers = sealersOf([own, ...found.records]);
    const ofRecord = record(asker, own, found.stage, sealers);
    const ofCase = wholeCase(asker, found, sealers);
    if (closes(ofRecord)) return ofRecord;
    if (closes(ofCase)) return ofCase;
    if (ofRecord.allowed && (!ofCase.allowed || ofRecord.view === ofCase.view || ofRecord.view === 'WHOLE'))
      return ofRecord;
    if (!ofCase.allowed || !reaches(ofCase.view, own.department)) return deny('deny.not-handler-of-case');
    if (ofCase.grant !== undefined) return isElsewhere(asker, own) ? { ...ofCase, view: 'RELATED' } : ofCase;
    return isElsewhere(asker, own)
      ? permit('permit.related-record', 'RELATED')
      : permit('permit.handler-of-case', ofCase.view);
  }

  function unmask(asker: Asker, coordinate: string, view: CaseView): Decision {
    const live = granted(asker, 'UNMASK', null, coordinate);
    return live ? permit(live.rule.id, view, live.grant) : deny('deny.no-grant');
  }

  return {
    decideRecord: (asker, facts, stage = null) => orDeny(() => record(asker, facts, stage, sealersOf([facts]))),
    decideCase: (asker, found) => orDeny(() => wholeCase(asker, found, sealersOf(found.records))),
    decideForeignRecord: (asker, own, found) => orDeny(() => foreignRecord(asker, own, found)),
    decideUnmask: (asker, coordinate, view) => orDeny(() => unmask(asker, coordinate, view)),
  };
}

/** An error in a decision is a denial. */
function orDeny(decide: () => Decision): Decision {
  try {
    return decide();
  } catch {
    return deny('deny.error');
  }
}

const CLOSING_RULES = new Set(['deny.secrecy-label', 'deny.sealed', 'deny.recused']);

/** Whether it closes every record of the case. */
function closes({ rule }: Decision): boolean {
  return CLOSING_RULES.has(rule);
}
