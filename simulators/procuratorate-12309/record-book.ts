import { plain } from '#simulators/procuratorate-12309/answer.ts';
import type {
  IncomingRow,
  Procuratorate12309Bulk,
  Procuratorate12309Rows,
  ReviewRow,
  TransferRow,
} from '#simulators/procuratorate-12309/rows.ts';

/** 案卡: the records by their keys, whether they lie in a list or are made when they are asked for. */
export interface RecordBook {
  reviewOf(number: string): ReviewRow | undefined;
  /** By 移送编号. */
  incomingOf(key: string): IncomingRow | undefined;
  incomingAt(office: string): readonly IncomingRow[];
  transfersOf(review: ReviewRow): readonly TransferRow[];
  /** 公安案件编号 in the record, and in the packages that came with it. */
  policeCasesOf(review: ReviewRow): readonly string[];
  byPoliceCase(number: string): readonly ReviewRow[];
  /** Both kinds together, by key. */
  after(key: string, limit: number): readonly (ReviewRow | IncomingRow)[];
}

const NO_BULK: Procuratorate12309Bulk = {
  byNumber: () => undefined,
  after: () => [],
  byPoliceCase: () => [],
  transfersOf: () => [],
};

export function recordBook(rows: Procuratorate12309Rows, bulk: Procuratorate12309Bulk = NO_BULK): RecordBook {
  const reviews = new Map(rows.cases.map((row) => [plain(row.BMSAH), row]));
  const incoming = new Map(rows.incoming.map((row) => [row.YSBH, row]));
  const listed = [...reviews, ...incoming].sort(([a], [b]) => (a < b ? -1 : 1));
  const transfers = Map.groupBy(rows.transfers, ({ BMSAH }) => plain(BMSAH));

  const transfersOf = ({ BMSAH }: ReviewRow) =>
    reviews.has(plain(BMSAH)) ? (transfers.get(plain(BMSAH)) ?? []) : bulk.transfersOf(plain(BMSAH));
  const policeCasesOf = (row: ReviewRow) => [
    ...new Set([...row.GAAJBH, ...transfersOf(row).flatMap(({ GAAJBH }) => GAAJBH)]),
  ];
  const byPoliceCase = Map.groupBy(
    rows.cases.flatMap((row) => policeCasesOf(row).map((police) => ({ row, police }))),
    ({ police }) => police,
  );

  return {
    reviewOf: (number) => reviews.get(plain(number)) ?? bulk.byNumber(plain(number)),
    incomingOf: (key) => incoming.get(key),
    incomingAt: (office) => rows.incoming.filter(({ JSDW }) => JSDW === office),
    transfersOf,
    policeCasesOf,
    byPoliceCase: (number) => byPoliceCase.get(number)?.map(({ row }) => row) ?? bulk.byPoliceCase(number),
    after(key, limit) {
      const from = plain(key);
      const made = bulk.after(from, limit).map((row) => [plain(row.BMSAH), row] as const);
      return [...listed.filter(([each]) => each > from), ...made]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([, row]) => row);
    },
  };
}
