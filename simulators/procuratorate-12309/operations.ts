import { listOf, type Now, type Operation, plain } from '#simulators/procuratorate-12309/answer.ts';
import { appointmentBook } from '#simulators/procuratorate-12309/appointments.ts';
import { Refusal } from '#simulators/procuratorate-12309/request.ts';
import type { Procuratorate12309Rows, ReviewRow, TransferRow } from '#simulators/procuratorate-12309/rows.ts';
import { ticketDesk } from '#simulators/procuratorate-12309/tickets.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

const MAX_PAGE = 500;
const SUSPECT = '01';
const DELIVERED = '3';

/** What the service answers, by operation; a key that it does not know is not in the list. */
export function operationsOver(rows: Procuratorate12309Rows, now: Now): ReadonlyMap<string, Operation> {
  const byNumber = new Map(rows.cases.map((row) => [plain(row.BMSAH), row]));
  const byKey = [...byNumber].sort(([a], [b]) => (a < b ? -1 : 1));
  const caseOf = (number: string) => byNumber.get(plain(number));
  const transfersByCase = Map.groupBy(rows.transfers, ({ BMSAH }) => plain(BMSAH));
  const acceptedByPolice = Map.groupBy(
    rows.cases.flatMap(({ BMSAH, GAAJBH }) => GAAJBH.map((police) => ({ BMSAH, police }))),
    ({ police }) => police,
  );

  const perCase = (content: (row: ReviewRow) => XmlTree, kind?: string): Operation => {
    return (args) => {
      const found = args.keys('SAHLB', 'BMSAH').flatMap((key) => caseOf(key) ?? []);
      return listOf('AJ', found.filter(({ LB }) => kind === undefined || LB === kind).map(content));
    };
  };

  return new Map<string, Operation>([
    ['cxAjQx', perCase(decisionFacts)],
    ['cxBlXx', perCase(arrestReview, '1')],
    ['cxQsXx', perCase(prosecutionReview, '2')],
    ['cxRyXx', perCase(({ BMSAH, RY }) => ({ BMSAH, RYLB: { RY: RY.map((row) => ({ ...row })) } }))],
    ['cxWsXx', perCase(documentList)],
    [
      'cxYsXx',
      perCase(({ BMSAH }) => ({ BMSAH, YSLB: { YS: (transfersByCase.get(plain(BMSAH)) ?? []).map(transfer) } })),
    ],
    ['cxGlAh', perCase(({ BMSAH, ...row }) => ({ BMSAH, ...linked(row) }))],
    [
      'cxSjx',
      (args) => {
        const waiting = (transfersByCase.get('') ?? []).filter(({ YSZT }) => YSZT === DELIVERED);
        const offices = args.keys('DWLB', 'DWDM').map((DWDM) => {
          const own = waiting.filter(({ JSDW }) => JSDW === DWDM);
          return { DWDM, YSLB: { YS: own.map(transfer) } };
        });
        return listOf('DW', offices);
      },
    ],
    [
      'cxGaAj',
      (args) => {
        const found = args.keys('GALB', 'GAAJBH').flatMap((GAAJBH) => {
          const own = acceptedByPolice.get(GAAJBH) ?? [];
          return own.length === 0 ? [] : [{ GAAJBH, SAHLB: { BMSAH: own.map(({ BMSAH }) => BMSAH) } }];
        });
        return listOf('GA', found);
      },
    ],
    [
      'cxAjFy',
      (args) => {
        const size = Number(args.required('TS'));
        if (!(size >= 1 && size <= MAX_PAGE)) throw new Refusal('条数超出范围');
        const after = plain(args.text('HZ'));
        const found = byKey.filter(([key]) => key > after).slice(0, size);
        return listOf(
          'AJ',
          found.map(([, row]) => listed(row)),
        );
      },
    ],
    ...ticketDesk(rows.tickets, caseOf, now),
    ...appointmentBook(rows.slots, caseOf, now),
    ['cxXtSj', () => ({ count: 1, content: { XTSJ: now() } })],
  ]);
}

function decisionFacts({ BMSAH, DWDM, SFFC, MJ, CBR, HB }: ReviewRow): XmlTree {
  return {
    ...{ BMSAH, DWDM, SFFC, MJ },
    CBRLB: { CBR: CBR.map(({ RYGH, ZN, YJRQ }) => ({ RYGH, ZN, YJRQ })) },
    HBLB: { HB: HB.map((row) => ({ ...row })) },
  };
}

function arrestReview(row: ReviewRow): XmlTree {
  return { ...review(row), JDLB: { JD: decisionsOf(row) } };
}

function prosecutionReview(row: ReviewRow): XmlTree {
  const returns = row.TB.map((each) => ({ ...each, TGWH: numberOf(row, each.TGWSBH) }));
  return { ...review(row), TBCS: row.TBCS, TBLB: { TB: returns }, JDLB: { JD: decisionsOf(row) } };
}

function review({ BMSAH, TYSAH, AJZT, SLRQ, SCJMRQ, CBR }: ReviewRow): Record<string, XmlTree> {
  return { BMSAH, TYSAH, AJZT, SLRQ, SCJMRQ, CBRLB: { CBR: CBR.map((member) => ({ ...member })) } };
}

function decisionsOf(row: ReviewRow): XmlTree[] {
  return row.RY.filter(({ SSDW }) => SSDW === SUSPECT).map((person) => ({
    ...person,
    JDWH: numberOf(row, person.JDWSBH),
    TGWH: numberOf(row, person.TGWSBH),
  }));
}

function numberOf({ WS }: ReviewRow, key: string): string {
  return WS.find(({ WSBH }) => WSBH === key)?.WH ?? '';
}

function documentList({ BMSAH, WS }: ReviewRow): XmlTree {
  return {
    BMSAH,
    WSLB: { WS: WS.map(({ SD, ...row }) => ({ ...row, SDLB: { SD: SD.map((each) => ({ ...each })) } })) },
  };
}

function transfer({ GAAJBH, RYXH, WS, CL, ...row }: TransferRow): XmlTree {
  return {
    ...row,
    GALB: { GAAJBH },
    RYLB: { RYXH },
    WSLB: { WS: WS.map((each) => ({ ...each })) },
    CLLB: { CL: CL.map((each) => ({ ...each })) },
  };
}

function linked({ GAAJBH, FYAH, GLSAH }: Pick<ReviewRow, 'GAAJBH' | 'FYAH' | 'GLSAH'>): Record<string, XmlTree> {
  return { GALB: { GAAJBH }, FYAH, SAHLB: { BMSAH: GLSAH } };
}

function listed(row: ReviewRow): XmlTree {
  const { BMSAH, TYSAH, LB, DWDM, SFFC, MJ, RY } = row;
  return { BMSAH, TYSAH, LB, DWDM, SFFC, MJ, ...linked(row), RYLB: { RY: RY.map((person) => ({ ...person })) } };
}
