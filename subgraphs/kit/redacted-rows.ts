import { redact } from '#auth/masking/redact.ts';
import type { ListName, OwnerInboxEntry, OwnerLedgerEntry, OwnerRows } from '#subgraphs/kit/owner-rows.ts';
import type { IssuedOwnerTicket, OwnerAppointment } from '#subgraphs/kit/owner-services.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';

type Row = OwnerRows[ListName] | OwnerLedgerEntry | OwnerInboxEntry | IssuedOwnerTicket | OwnerAppointment;

/** The names under which a plain string stands somewhere in an answer; of an enum or an identifier that was parsed nothing has to be said. */
type StringName<Value> = Value extends readonly (infer Item)[]
  ? StringName<Item>
  : Value extends object
    ? { [Name in keyof Value & string]: NameOrBelow<Name, Value[Name]> }[keyof Value & string]
    : never;
type NameOrBelow<Name, Value> = Value extends string
  ? string extends Value
    ? Name
    : never
  : Value extends readonly (infer Item)[]
    ? NameOrBelow<Name, Item>
    : StringName<Value>;

/** What people wrote, and may have written anything into; all else are keys, dates and words of our own. A new string of a row must be named here. */
const IS_WRITTEN = {
  agencyCode: false,
  appointmentUid: false,
  approvedBy: false,
  at: false,
  basis: false,
  caseNumber: false,
  code: true,
  decidedBy: false,
  detentionCentre: false,
  digest: false,
  documentUid: false,
  dueOn: false,
  endedOn: false,
  executedBy: false,
  familyNotifiedAt: false,
  from: false,
  handoverUid: false,
  heldFor: false,
  idNumberMasked: false,
  issuedOn: false,
  issuer: false,
  kind: false,
  label: true,
  latestBy: false,
  lawyerName: true,
  letterNumber: true,
  licenceNo: false,
  limitFrom: false,
  limitOn: false,
  limitTo: false,
  measureUid: false,
  method: true,
  name: true,
  nextReplyDueOn: false,
  note: true,
  number: true,
  partyKey: false,
  partyKeys: false,
  phoneMasked: false,
  place: true,
  queryCode: false,
  reason: true,
  receiptAt: false,
  receivedAt: false,
  recordNo: false,
  replaces: false,
  scheme: false,
  sentAt: false,
  servedAt: false,
  sexCode: false,
  since: false,
  slot: false,
  startsAt: false,
  startsOn: false,
  state: false,
  status: false,
  submittedAt: false,
  takenOverAt: false,
  text: true,
  ticketNo: false,
  title: true,
  to: true,
  transferUid: false,
} as const satisfies Record<StringName<Row>, boolean>;

const WRITTEN = Object.entries(IS_WRITTEN).flatMap(([name, is]) => (is ? [name] : []));

/**
 * An owner's answer to casework, with what is somebody's blacked out in all that people wrote, before it leaves the owner's process: in rows
 * wherever they wrote it, in records for the registry, which keeps nothing else of it, in the parties' names. Facts have no such text;
 * identities are what was granted, and leave whole.
 */
export function redactedAnswer(ask: OwnerQuestion['ask'], answer: readonly unknown[]): readonly unknown[] {
  switch (ask) {
    case 'facts':
    case 'identities':
      return answer;
    case 'page':
    case 'links':
      return answer.map((record) => redacted(record, ['displayName']));
    default:
      return answer.map((row) => redacted(row, WRITTEN));
  }
}

function redacted(value: unknown, written: readonly string[], name = ''): unknown {
  if (typeof value === 'string') return written.includes(name) ? redact(value) : value;
  if (Array.isArray(value)) return value.map((item) => redacted(item, written, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([each, below]) => [each, redacted(below, written, each)]));
}
