import { listOf, type Now, type Operation, pageSize } from '#simulators/procuratorate-12309/answer.ts';
import { appointmentBook } from '#simulators/procuratorate-12309/appointments.ts';
import {
  accessTo,
  accessToIncoming,
  arrestReview,
  documents,
  incomingTransfer,
  links,
  linksOfIncoming,
  pageRow,
  people,
  prosecutionReview,
  transfer,
} from '#simulators/procuratorate-12309/contents.ts';
import { recordBook } from '#simulators/procuratorate-12309/record-book.ts';
import type {
  IncomingRow,
  Procuratorate12309Bulk,
  Procuratorate12309Rows,
  ReviewRow,
} from '#simulators/procuratorate-12309/rows.ts';
import { ticketDesk } from '#simulators/procuratorate-12309/tickets.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** What the service answers, by operation; a key that it does not know is not in the list. */
export function operationsOver(
  rows: Procuratorate12309Rows,
  now: Now,
  bulk?: Procuratorate12309Bulk,
): ReadonlyMap<string, Operation> {
  const { managers } = rows;
  const book = recordBook(rows, bulk);

  /** Of reviews, of one kind or both. */
  const perReview = (content: (row: ReviewRow) => XmlTree, kind?: string): Operation => {
    return (args) => {
      const found = args.keys('SAHLB', 'BMSAH').flatMap((key) => book.reviewOf(key) ?? []);
      return listOf('AJ', found.filter(({ LB }) => kind === undefined || LB === kind).map(content));
    };
  };
  /** Of reviews, and of what is not accepted yet by its own key. */
  const perRecord = (ofReview: (row: ReviewRow) => XmlTree, ofIncoming: (row: IncomingRow) => XmlTree): Operation => {
    return (args) => {
      const found = args.keys('SAHLB', 'BMSAH').flatMap((key) => {
        const [review, incoming] = [book.reviewOf(key), book.incomingOf(key)];
        return review ? ofReview(review) : incoming ? ofIncoming(incoming) : [];
      });
      return listOf('AJ', found);
    };
  };

  return new Map<string, Operation>([
    ['cxAjQx', perRecord(accessTo, (row) => accessToIncoming(row, managers))],
    ['cxBlXx', perReview(arrestReview, '1')],
    ['cxQsXx', perReview(prosecutionReview, '2')],
    [
      'cxRyXx',
      perRecord(
        (row) => ({ BMSAH: row.BMSAH, ...people(row) }),
        (row) => ({ BMSAH: row.YSBH, ...people(row) }),
      ),
    ],
    ['cxWsXx', perReview(documents)],
    [
      'cxYsXx',
      perRecord(
        (row) => ({ BMSAH: row.BMSAH, YSLB: { YS: book.transfersOf(row).map(transfer) } }),
        (row) => ({ BMSAH: row.YSBH, YSLB: { YS: [incomingTransfer(row)] } }),
      ),
    ],
    [
      'cxGlAh',
      perRecord(
        (row) => ({ BMSAH: row.BMSAH, ...links({ ...row, GAAJBH: book.policeCasesOf(row) }) }),
        (row) => ({ BMSAH: row.YSBH, ...linksOfIncoming(row) }),
      ),
    ],
    [
      'cxSjx',
      (args) => {
        const offices = args.keys('DWLB', 'DWDM').map((DWDM) => {
          return { DWDM, YSLB: { YS: book.incomingAt(DWDM).map(incomingTransfer) } };
        });
        return listOf('DW', offices);
      },
    ],
    [
      'cxGaAj',
      (args) => {
        const found = args.keys('GALB', 'GAAJBH').flatMap((GAAJBH) => {
          const own = book.byPoliceCase(GAAJBH);
          return own.length === 0 ? [] : [{ GAAJBH, SAHLB: { BMSAH: own.map(({ BMSAH }) => BMSAH) } }];
        });
        return listOf('GA', found);
      },
    ],
    [
      'cxAjFy',
      (args) => {
        const found = book.after(args.text('HZ'), pageSize(args));
        return listOf(
          'AJ',
          found.map((row) => pageRow(row, managers)),
        );
      },
    ],
    ...ticketDesk(rows.tickets, book.reviewOf, now),
    ...appointmentBook(rows.slots, book.reviewOf, now),
    ['cxXtSj', () => ({ count: 1, content: { XTSJ: now() } })],
  ]);
}
