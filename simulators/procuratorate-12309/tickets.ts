import { type Answer, listOf, type Now, type Operation, pageSize } from '#simulators/procuratorate-12309/answer.ts';
import type { Arguments } from '#simulators/procuratorate-12309/request.ts';
import type { ReviewRow, TicketRow } from '#simulators/procuratorate-12309/rows.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** 渠道: what comes through the interface comes to the hotline. */
const HOTLINE = '01';
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXY2346789';
/** 程序性答复 within 7 days (SPP-Rules 163). */
const REPLY_DAYS = 7;

/** 工单: what was there at the start, and what is made later. */
export function ticketDesk(
  rows: readonly TicketRow[],
  caseOf: (number: string) => ReviewRow | undefined,
  now: Now,
): [string, Operation][] {
  const tickets = new Map(rows.map((row) => [row.GDH, row]));
  const made = new Map<string, { readonly content: string; readonly ticket: TicketRow }>();
  const perTicket = (content: (row: TicketRow) => XmlTree): Operation => {
    return (args) =>
      listOf(
        'GD',
        args
          .keys('GDLB', 'GDH')
          .flatMap((key) => tickets.get(key) ?? [])
          .map(content),
      );
  };

  /** Those of an office after a number; new ones have the highest. */
  function page(args: Arguments): Answer {
    const [DWDM, after, size] = [args.required('DWDM'), args.text('HZ'), pageSize(args)];
    const own = [...tickets.values()].filter((row) => row.DWDM === DWDM && row.GDH > after);
    return listOf(
      'GD',
      own
        .sort((a, b) => (a.GDH < b.GDH ? -1 : 1))
        .slice(0, size)
        .map(information),
    );
  }

  function create(args: Arguments): Answer {
    const key = args.required('MDH');
    const [DWDM, SXLB, SQNR] = [args.required('DWDM'), args.required('SXLB'), args.required('SQNR')];
    const person = { XM: args.text('XM'), SFZHM: args.text('SFZHM') };
    const BMSAH = args.text('BMSAH');
    const content = JSON.stringify([DWDM, SXLB, SQNR, person, BMSAH]);
    const before = made.get(key);
    if (before) return before.content === content ? answer('2', before.ticket) : refused('3');
    if (BMSAH !== '' && caseOf(BMSAH) === undefined) return refused('4');
    const time = now();
    const ticket: TicketRow = {
      ...{ GDH: nextNumber(tickets, time.slice(0, 4)), CXM: queryCode(), DWDM, QD: HOTLINE, SXLB, GDZT: '10', BMSAH },
      ...{ TJSJ: time, DFQX: daysAfter(time, REPLY_DAYS), SQNR, ...person, DF: [] },
    };
    tickets.set(ticket.GDH, ticket);
    made.set(key, { content, ticket });
    return answer('1', ticket);
  }

  return [
    ['cxGdQx', perTicket(access)],
    ['cxGdXx', perTicket(information)],
    ['cxGdFy', page],
    ['tjGd', create],
  ];
}

function answer(SLJG: string, ticket: TicketRow): Answer {
  return { count: 1, content: { SLJG, GD: access(ticket) } };
}

function refused(SLJG: string): Answer {
  return { count: 0, content: { SLJG } };
}

function access({ GDH, DWDM, CXM }: TicketRow): XmlTree {
  return { GDH, DWDM, CXM };
}

function information({ CXM: _, XM, SFZHM, DF, ...row }: TicketRow): XmlTree {
  return { ...row, TJR: { XM, SFZHM }, DFLB: { DF: DF.map((reply) => ({ ...reply })) } };
}

function nextNumber(tickets: ReadonlyMap<string, TicketRow>, year: string): string {
  const serials = [...tickets.keys()]
    .filter((key) => key.startsWith(`PT12309-${year}-`))
    .map((key) => Number(key.slice(-6)));
  return `PT12309-${year}-${String(Math.max(0, ...serials) + 1).padStart(6, '0')}`;
}

function queryCode(): string {
  const random = crypto.getRandomValues(new Uint32Array(6));
  return Array.from(random, (value) => LETTERS.charAt(value % LETTERS.length)).join('');
}

/** `yyyyMMdd`, from `yyyyMMddHHmmss`. */
export function daysAfter(time: string, days: number): string {
  const date = new Date(
    Date.UTC(Number(time.slice(0, 4)), Number(time.slice(4, 6)) - 1, Number(time.slice(6, 8)) + days),
  );
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}
