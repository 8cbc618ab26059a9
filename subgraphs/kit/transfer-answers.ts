import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

/** As much of a hand-over as tells what it answers. */
export type AnswerableTransfer = Pick<
  OwnerTransfer,
  'transferUid' | 'kind' | 'status' | 'round' | 'from' | 'to' | 'sentAt'
>;

/** A hand-over that answers another, back between the same two agencies. */
interface Pair {
  readonly asks: TransferKind;
  readonly answers: TransferKind;
  /** The round that the answer has, where rounds are counted: of an answer that does not say its round nothing is certain. */
  readonly round?: (asked: number | null) => number | null;
}

/** What the law makes one act the answer to another (DOMAIN 2.2, 2.3). What may merely follow is not among them. */
const PAIRS: readonly Pair[] = [
  // S4, S5: a request is approved or refused (CPL 90).
  { asks: 'ARREST_REQUEST', answers: 'ARREST_DECISION' },
  // S5a: what became of the decision comes back within three days (MPS-Rules 140, 142).
  { asks: 'ARREST_DECISION', answers: 'ARREST_EXECUTION_RECEIPT' },
  // S9: a referral is returned the first time, its resubmission the second, and no more (CPL 175).
  { asks: 'PROSECUTION_REFERRAL', answers: 'SUPPLEMENT_RETURN', round: () => 1 },
  { asks: 'SUPPLEMENT_RETURN', answers: 'SUPPLEMENT_RESUBMIT', round: (asked) => asked },
  { asks: 'SUPPLEMENT_RESUBMIT', answers: 'SUPPLEMENT_RETURN', round: (asked) => asked && asked + 1 },
  // S12: the court sends the prosecution back (SPC-Crim 219).
  { asks: 'PROSECUTION', answers: 'COURT_RETURN' },
];

/** Packages that were not sent, or came to nothing: neither a question nor an answer. What takes the place of one is a hand-over of its own. */
export const VOID_TRANSFERS: ReadonlySet<string> = new Set(['DRAFT', 'SIGNED', 'FORM_REJECTED', 'CANCELLED']);

/** The hand-overs that answer one, by time: each answers the last one before it that it may be the answer to. */
export function answersTo<Transfer extends AnswerableTransfer>(asked: Transfer, all: readonly Transfer[]): Transfer[] {
  return all
    .filter((each) => mayAnswer(each, asked) && questionOf(each, all)?.transferUid === asked.transferUid)
    .sort((a, b) => (isAfter(b, a) ? -1 : Number(isAfter(a, b))));
}

function questionOf<Transfer extends AnswerableTransfer>(answer: Transfer, all: readonly Transfer[]): Transfer | null {
  return all
    .filter((asked) => mayAnswer(answer, asked))
    .reduce<Transfer | null>((last, each) => (last === null || isAfter(each, last) ? each : last), null);
}

function mayAnswer(answer: AnswerableTransfer, asked: AnswerableTransfer): boolean {
  if (VOID_TRANSFERS.has(answer.status) || VOID_TRANSFERS.has(asked.status)) return false;
  if (answer.from !== asked.to || answer.to !== asked.from || !isAfter(answer, asked)) return false;
  return PAIRS.some(({ asks, answers, round }) => {
    if (asked.kind !== asks || answer.kind !== answers) return false;
    return round === undefined || (answer.round !== null && answer.round === round(asked.round));
  });
}

/** Texts of one form and one zone compare as the times do. */
function isAfter(later: AnswerableTransfer, earlier: AnswerableTransfer): boolean {
  return later.sentAt !== null && earlier.sentAt !== null && later.sentAt > earlier.sentAt;
}
