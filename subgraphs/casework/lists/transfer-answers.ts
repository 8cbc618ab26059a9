import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { othersOf, Transfer } from '#subgraphs/casework/lists/transfer.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';

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

/** Packages that came to nothing: neither a question nor an answer. What takes the place of one is a hand-over of its own. */
const VOID: ReadonlySet<string> = new Set(['DRAFT', 'SIGNED', 'FORM_REJECTED', 'CANCELLED']);

builder.objectField(Transfer, 'answeredBy', (t) =>
  t.field({
    type: [Transfer],
    description:
      '答复本次移送的移送 hand-overs of the case that answer this one, by time: 提请批准逮捕—审查逮捕决定—执行回执，移送审查起诉—退回补充侦查—同轮重新移送—再次退回，提起公诉—法院退回。案件尚未登记时为 null。',
    resolve: async (each, _args, context, info) => {
      const all = await othersOf(each, context, info);
      return all && answersTo(each.transfer, all).map((transfer) => ({ ...each, transfer, all }));
    },
  }),
);

/** The hand-overs that answer one, by time: each answers the last one before it that it may be the answer to. */
export function answersTo(asked: OwnerTransfer, all: readonly OwnerTransfer[]): OwnerTransfer[] {
  return all
    .filter((each) => mayAnswer(each, asked) && questionOf(each, all)?.transferUid === asked.transferUid)
    .sort((a, b) => (isAfter(b, a) ? -1 : Number(isAfter(a, b))));
}

function questionOf(answer: OwnerTransfer, all: readonly OwnerTransfer[]): OwnerTransfer | null {
  return all
    .filter((asked) => mayAnswer(answer, asked))
    .reduce<OwnerTransfer | null>((last, each) => (last === null || isAfter(each, last) ? each : last), null);
}

function mayAnswer(answer: OwnerTransfer, asked: OwnerTransfer): boolean {
  if (VOID.has(answer.status) || VOID.has(asked.status)) return false;
  if (answer.from !== asked.to || answer.to !== asked.from || !isAfter(answer, asked)) return false;
  return PAIRS.some(({ asks, answers, round }) => {
    if (asked.kind !== asks || answer.kind !== answers) return false;
    return round === undefined || (answer.round !== null && answer.round === round(asked.round));
  });
}

/** Texts of one form and one zone compare as the times do. */
function isAfter(later: OwnerTransfer, earlier: OwnerTransfer): boolean {
  return later.sentAt !== null && earlier.sentAt !== null && later.sentAt > earlier.sentAt;
}
