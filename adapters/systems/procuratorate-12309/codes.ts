import type { DocumentNames } from '#adapters/systems/codes.ts';
import type {
  ProcuratorateFunction,
  RecordState,
  ReviewLegalStatus,
} from '#adapters/systems/procuratorate-12309/port.ts';
import type { AppointmentStatus } from '#schema/enums/appointment-status.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';
import type { ArrestDecisionStatus } from '#schema/enums/arrest-decision-status.ts';
import type { ArrestReviewStatus } from '#schema/enums/arrest-review-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { ProcuratorateService } from '#schema/enums/procuratorate-service.ts';
import type { ProsecutionOutcome } from '#schema/enums/prosecution-outcome.ts';
import type { ProsecutionReviewStatus } from '#schema/enums/prosecution-review-status.ts';
import type { TicketChannel } from '#schema/enums/ticket-channel.ts';
import type { TicketReplyKind } from '#schema/enums/ticket-reply-kind.ts';
import type { TicketStatus } from '#schema/enums/ticket-status.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';

/** Whom errors name. */
export const SYSTEM = { department: 'PROCURATORATE', system: '12309' } as const;

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** JGM 结果码. The text beside −1 is the only word on what failed, and nothing that a program may rely on. */
export const SUCCESS = '0';
export const FAILURE = '-1';

/**
 * 单位代码: procuratorates by their own directory, police by GA/T 380, courts by the code of their case numbers, legal aid by the
 * bureaus' list; a list that grows.
 */
export const AGENCY_SCHEME = 'PROC-12309-AGENCY';
export const AGENCIES: ReadonlyMap<string, string> = new Map([
  ['379999', 'PROC-379999'],
  ['439999', 'PROC-439999'],
  ['379999000000', 'POLICE-379999'],
  ['439999000000', 'POLICE-439999'],
  ['379999540000', 'DETENTION-379999'],
  ['鲁9999', 'COURT-379999'],
  ['湘9999', 'COURT-439999'],
  ['鲁99', 'COURT-3799'],
  ['3799990701', 'LEGALAID-379999'],
  ['4399990701', 'LEGALAID-439999'],
]);

/** DWDM of a procuratorate, by `agencyCode`. */
export const OFFICES: ReadonlyMap<string, string> = new Map(
  [...AGENCIES].flatMap(([code, agency]) => (agency.startsWith('PROC-') ? [[agency, code]] : [])),
);

/** LB 类别 */
export const RECORD_KINDS: ReadonlyMap<string, RecordState['kind']> = new Map([
  ['1', 'ARREST_REVIEW'],
  ['2', 'PROSECUTION_REVIEW'],
  ['9', 'INCOMING_TRANSFER'],
]);

/** AJZT 案件状态, of a 审查逮捕案件 */
export const ARREST_STATUSES: ReadonlyMap<string, ArrestReviewStatus> = new Map([
  ['10', 'SUBMITTED'],
  ['11', 'NEEDS_MATERIAL'],
  ['21', 'ACCEPTED'],
  ['40', 'DECIDED'],
]);

/** AJZT 案件状态, of a 审查起诉案件 */
export const PROSECUTION_STATUSES: ReadonlyMap<string, ProsecutionReviewStatus> = new Map([
  ['10', 'SUBMITTED'],
  ['11', 'NEEDS_MATERIAL'],
  ['12', 'NOT_ACCEPTED'],
  ['20', 'ACCEPTED'],
  ['21', 'UNDER_REVIEW'],
  ['30', 'RETURNED'],
  ['31', 'RESUBMITTED'],
  ['40', 'DECIDED'],
  ['50', 'JURISDICTION_MOVED'],
]);

/** ZN 职能 */
export const FUNCTIONS: ReadonlyMap<string, ProcuratorateFunction> = new Map([
  ['01', 'PROSECUTOR'],
  ['02', 'ASSISTANT'],
  ['03', 'CLERK'],
  ['04', 'CASE_MANAGER'],
]);

/** SSDW 诉讼地位 */
export const ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['01', 'SUSPECT_OR_DEFENDANT'],
  ['02', 'VICTIM'],
  ['03', 'WITNESS'],
  ['04', 'LEGAL_REPRESENTATIVE'],
  ['05', 'AGENT_AD_LITEM'],
  ['06', 'DEFENDER'],
  ['07', 'EXPERT'],
  ['08', 'INTERPRETER'],
  ['09', 'APPROPRIATE_ADULT'],
]);

/** JDDM 决定代码, of an arrest review */
export const ARREST_DECISIONS: ReadonlyMap<string, ArrestDecision> = new Map([
  ['00', 'PENDING'],
  ['11', 'APPROVED'],
  ['12', 'REFUSED_NO_CRIME'],
  ['13', 'REFUSED_EVIDENCE'],
  ['14', 'REFUSED_NO_NECESSITY'],
]);

/** JDDM 决定代码, of a prosecution review */
export const OUTCOMES: ReadonlyMap<string, ProsecutionOutcome> = new Map([
  ['00', 'PENDING'],
  ['21', 'PROSECUTED'],
  ['22', 'NOT_PROSECUTED_STATUTORY'],
  ['23', 'NOT_PROSECUTED_DISCRETIONARY'],
  ['24', 'NOT_PROSECUTED_EVIDENCE'],
  ['25', 'NOT_PROSECUTED_SPECIAL'],
  ['26', 'CONDITIONAL'],
]);

/** JDDM 决定代码, and what it makes of the person: an arrest decision changes nothing, nor does a conditional one. */
export const LEGAL_STATUSES: ReadonlyMap<string, ReviewLegalStatus> = new Map(
  [...ARREST_DECISIONS.keys(), ...OUTCOMES.keys()].map((code) => {
    const outcome = OUTCOMES.get(code);
    if (outcome === 'PROSECUTED') return [code, 'DEFENDANT'];
    return [code, outcome?.startsWith('NOT_PROSECUTED') ? 'NOT_PROSECUTED' : 'SUSPECT'];
  }),
);

/** ZXZT 执行状态 */
export const DECISION_STATUSES: ReadonlyMap<string, ArrestDecisionStatus> = new Map([
  ['0', 'PENDING'],
  ['1', 'DECIDED'],
  ['2', 'EXECUTED'],
  ['3', 'NOT_EXECUTED'],
  ['4', 'RELEASED'],
  ['5', 'RECONSIDERATION'],
  ['6', 'UPPER_REVIEW'],
  ['7', 'CONFIRMED'],
  ['8', 'REVERSED'],
]);

/** YSLX 移送类型: the hand-overs in which the procuratorate has a part */
export const TRANSFER_KINDS: ReadonlyMap<string, TransferKind> = new Map([
  ['0101', 'ARREST_REQUEST'],
  ['0102', 'ARREST_DECISION'],
  ['0103', 'ARREST_EXECUTION_RECEIPT'],
  ['0201', 'PROSECUTION_REFERRAL'],
  ['0202', 'SUPPLEMENT_RETURN'],
  ['0203', 'SUPPLEMENT_RESUBMIT'],
  ['0301', 'PROSECUTION'],
  ['0302', 'COURT_RETURN'],
  ['0303', 'TRIAL_SUPPLEMENT'],
  ['0304', 'JUDGMENT_SERVICE'],
  ['0401', 'CUSTODY_HANDOVER'],
  ['0402', 'LEGAL_AID_NOTICE'],
  ['0403', 'LEGAL_AID_ASSIGNMENT'],
  ['0501', 'REFERRAL'],
  ['0502', 'RECORD_SEALING'],
]);

/** YSZT 移送状态 */
export const TRANSFER_STATUSES: ReadonlyMap<string, TransferStatus> = new Map([
  ['0', 'DRAFT'],
  ['1', 'SIGNED'],
  ['2', 'SENT'],
  ['3', 'DELIVERED'],
  ['4', 'ACCEPTED'],
  ['5', 'FORM_REJECTED'],
  ['6', 'AWAITING_SUPPLEMENT'],
  ['7', 'SUPPLEMENTED'],
  ['8', 'COMPLETED'],
  ['9', 'CANCELLED'],
]);

/** QD 渠道 */
export const CHANNELS: ReadonlyMap<string, TicketChannel> = new Map([
  ['01', 'PROC_12309'],
  ['04', 'COUNTER'],
  ['05', 'ONLINE'],
  ['06', 'TERMINAL'],
]);

/** SXLB 事项类别 */
export const SERVICES: ReadonlyMap<string, ProcuratorateService> = new Map([
  ['01', 'ACCUSATION'],
  ['02', 'CRIMINAL_APPEAL'],
  ['03', 'CIVIL_ADMINISTRATIVE_APPEAL'],
  ['04', 'STATE_COMPENSATION'],
  ['05', 'DEFENCE_OBSTRUCTION'],
  ['06', 'OTHER_PETITION'],
  ['07', 'LEGAL_CONSULTATION'],
]);

/** SXLB 事项类别 of a service. */
export const SERVICE_CODES: ReadonlyMap<ProcuratorateService, string> = new Map(
  [...SERVICES].map(([code, service]) => [service, code]),
);

/** GDZT 工单状态 */
export const TICKET_STATUSES: ReadonlyMap<string, TicketStatus> = new Map([
  ['10', 'SUBMITTED'],
  ['11', 'IDENTITY_CHECKED'],
  ['12', 'NEEDS_MATERIAL'],
  ['13', 'NOT_COMPETENT'],
  ['20', 'ACCEPTED'],
  ['30', 'IN_PROGRESS'],
  ['31', 'REPLIED_PROCEDURAL'],
  ['32', 'REPLIED_RESULT'],
  ['90', 'CLOSED'],
]);

/** DFLB 答复类别 */
export const REPLY_KINDS: ReadonlyMap<string, TicketReplyKind> = new Map([
  ['1', 'PROCEDURAL'],
  ['2', 'PROGRESS'],
  ['3', 'RESULT'],
]);

/** YYZT 预约状态 */
export const APPOINTMENT_STATUSES: ReadonlyMap<string, AppointmentStatus> = new Map([
  ['1', 'REQUESTED'],
  ['2', 'CONFIRMED'],
  ['3', 'DONE'],
  ['9', 'CANCELLED'],
]);

/** SLJG 受理结果 of a request */
export const REQUEST_RESULTS: ReadonlyMap<
  string,
  'MADE' | 'REPEATED' | 'KEY_IN_USE' | 'NO_SUCH_CASE' | 'NOT_OPEN' | 'NOT_FREE'
> = new Map([
  ['1', 'MADE'],
  ['2', 'REPEATED'],
  ['3', 'KEY_IN_USE'],
  ['4', 'NO_SUCH_CASE'],
  ['5', 'NOT_OPEN'],
  ['6', 'NOT_FREE'],
]);

/** SDFS 送达方式 */
export const DELIVERY_SCHEME = 'PROC-12309-DELIVERY';
export const DELIVERY_METHODS: ReadonlyMap<string, string> = new Map([
  ['1', '直接送达'],
  ['2', '留置送达'],
  ['3', '委托送达'],
  ['4', '邮寄送达'],
  ['5', '电子送达'],
  ['6', '公告送达'],
]);

/** WSDM 文书代码 */
export const DOCUMENT_SCHEME = 'PROC-12309-DOCUMENT';
export const DOCUMENTS: DocumentNames = new Map([
  ['GA05', ['GA-05', '提请批准逮捕书']],
  ['GA06', ['GA-06', '执行回执']],
  ['GA07', ['GA-07', '要求复议意见书']],
  ['GA09', ['GA-09', '起诉意见书']],
  ['GA10', ['GA-10', '补充侦查报告书']],
  ['GA11', ['GA-11', '释放证明书']],
  ['GA13', ['GA-13', '换押证']],
  ['0101', ['JC-01', '批准逮捕决定书']],
  ['0102', ['JC-01', '不批准逮捕决定书']],
  ['0201', ['JC-02', '补充侦查提纲']],
  ['0202', ['JC-02', '继续侦查提纲']],
  ['0203', ['JC-02', '补充侦查决定书']],
  ['0301', ['JC-03', '起诉书']],
  ['0302', ['JC-03', '量刑建议书']],
  ['0303', ['JC-03', '认罪认罚具结书']],
  ['0401', ['JC-04', '不起诉决定书']],
  ['0402', ['JC-04', '附条件不起诉决定书']],
  ['0501', ['JC-05', '要求说明不立案理由通知书']],
  ['0502', ['JC-05', '通知立案书']],
  ['0503', ['JC-05', '纠正违法通知书']],
  ['0601', ['JC-06', '延期审理建议书']],
  ['0602', ['JC-06', '撤回起诉决定书']],
  ['0603', ['JC-06', '抗诉书']],
]);
