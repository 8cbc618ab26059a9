import type { Element } from '@xmldom/xmldom';
import type { CaseBook } from '#simulators/court-12368/case-book.ts';
import { keysOf, pageSizeOf, requiredText, textOf } from '#simulators/court-12368/request.ts';
import type { TicketRow } from '#simulators/court-12368/rows.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

/** 渠道: what comes through the interface comes to the hotline. */
const HOTLINE = '02';
/** Without letters and digits that are taken for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXY2346789';
/** Five working days, where none of them is a day off. */
const REPLY_DAYS = 7;

/** 工单: what was there at the start, and what is made later. `now` is business time, `yyyy-MM-dd HH:mm:ss`. */
export function ticketDesk(rows: readonly TicketRow[], cases: CaseBook, now: () => string) {
  const tickets = new Map(rows.map((row) => [row.GDBH, row]));
  const made = new Map<string, { readonly content: string; readonly ticket: TicketRow }>();

  const perTicket = (content: (row: TicketRow) => XmlTree) => (request: Element) =>
    listOf(
      keysOf(request, 'GDBHLB', 'GDBH').flatMap((key) => tickets.get(key) ?? []),
      content,
    );

  function pageOf(request: Element): XmlTree {
    const [court, after] = [requiredText(request, 'FYDM'), textOf(request, 'HZGDBH')];
    const own = [...tickets.values()].filter(({ FYDM, GDBH }) => FYDM === court && GDBH > after);
    return listOf(own.sort((a, b) => (a.GDBH < b.GDBH ? -1 : 1)).slice(0, pageSizeOf(request, 'MYTS')), information);
  }

  function create(request: Element): XmlTree {
    const key = requiredText(request, 'MDJH');
    const [FYDM, GDSX] = [requiredText(request, 'FYDM'), requiredText(request, 'GDSX')];
    const about = { GLAJAH: textOf(request, 'GLAJAH'), SQNR: requiredText(request, 'SQNR') };
    const person = { TJRXM: textOf(request, 'TJRXM'), TJRZJH: textOf(request, 'TJRZJH') };
    const content = JSON.stringify([FYDM, GDSX, about, person]);
    const before = made.get(key);
    if (before) return before.content === content ? issued('2', before.ticket) : { SLJG: '3' };
    if (about.GLAJAH !== '' && cases.find(about.GLAJAH) === undefined) return { SLJG: '4' };
    const time = now();
    const ticket: TicketRow = {
      ...{ GDBH: nextNumber(tickets, time.slice(0, 4)), GDCXM: queryCode(), FYDM, GDQD: HOTLINE, GDSX, GDZT: '10' },
      ...{ ...about, ...person, TJSJ: time, DFQXRQ: daysAfter(time, REPLY_DAYS), DFJL: [] },
    };
    tickets.set(ticket.GDBH, ticket);
    made.set(key, { content, ticket });
    return issued('1', ticket);
  }

  return [
    ['cxGdQx', perTicket(({ GDBH, FYDM, GDCXM }) => ({ GDBH, FYDM, GDCXM }))],
    ['cxGdXx', perTicket(information)],
    ['cxGdFy', pageOf],
    ['tjGd', create],
  ] as const;
}

function listOf(rows: readonly TicketRow[], content: (row: TicketRow) => XmlTree): XmlTree {
  return { JLS: String(rows.length), GDLB: { GD: rows.map(content) } };
}

function information({ GDCXM: _secret, DFJL, ...row }: TicketRow): XmlTree {
  return { ...row, DFJLLB: { DFJL: DFJL.map((reply) => ({ ...reply })) } };
}

function issued(SLJG: string, { GDBH, GDCXM }: TicketRow): XmlTree {
  return { SLJG, GDBH, GDCXM };
}

function nextNumber(tickets: ReadonlyMap<string, TicketRow>, year: string): string {
  const serials = [...tickets.keys()]
    .filter((key) => key.startsWith(`PT12368-${year}-`))
    .map((key) => Number(key.slice(-6)));
  return `PT12368-${year}-${String(Math.max(0, ...serials) + 1).padStart(6, '0')}`;
}

function queryCode(): string {
  const random = crypto.getRandomValues(new Uint32Array(6));
  return Array.from(random, (value) => LETTERS.charAt(value % LETTERS.length)).join('');
}

function daysAfter(time: string, days: number): string {
  const date = new Date(`${time.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return `${date.toISOString().slice(0, 10)} 00:00:00`;
}
