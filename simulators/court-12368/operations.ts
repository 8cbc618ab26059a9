import type { Element } from '@xmldom/xmldom';
import type { CaseBook } from '#simulators/court-12368/case-book.ts';
import {
  attorneys,
  calendarEntry,
  caseInformation,
  decisionFacts,
  documentList,
  fees,
  hearings,
  listedCase,
  notices,
  parties,
} from '#simulators/court-12368/contents.ts';
import { keysOf, pageSizeOf, requiredText, textOf } from '#simulators/court-12368/request.ts';
import type { CourtCaseRow, TicketRow } from '#simulators/court-12368/rows.ts';
import { ticketDesk } from '#simulators/court-12368/tickets.ts';
import type { XmlTree } from '#simulators/soap/xml.ts';

type Operation = (request: Element) => XmlTree;

/** What the service answers, by operation; a key that it does not know is not in the list. `now` is business time, `yyyy-MM-dd HH:mm:ss`. */
export function operationsOver(
  cases: CaseBook,
  tickets: readonly TicketRow[],
  now: () => string,
): ReadonlyMap<string, Operation> {
  const listOf = (rows: readonly CourtCaseRow[], content: (row: CourtCaseRow) => XmlTree): XmlTree => ({
    JLS: String(rows.length),
    AJLB: { AJ: rows.map(content) },
  });
  const perCase = (content: (row: CourtCaseRow) => XmlTree): Operation => {
    return (request) =>
      listOf(
        keysOf(request, 'AHLB', 'AH').flatMap((key) => cases.find(key) ?? []),
        content,
      );
  };

  return new Map<string, Operation>([
    ['cxAjQx', perCase(decisionFacts)],
    ['cxAjXx', perCase(caseInformation)],
    ['cxDsrXx', perCase(parties)],
    ['cxKtXx', perCase(hearings)],
    ['cxKtTz', perCase(notices)],
    ['cxJfXx', perCase(fees)],
    ['cxWsXx', perCase(documentList)],
    ['cxWtDl', perCase(attorneys)],
    ['cxKtRl', (request) => calendar(cases, request)],
    ['cxAjFy', (request) => listOf(cases.after(textOf(request, 'HZAH'), pageSizeOf(request, 'MYTS')), listedCase)],
    ...ticketDesk(tickets, cases, now),
    ['cxXtSj', () => ({ XTSJ: now() })],
  ]);
}

/** Hearings on the days of the request, as many as it takes at most. */
function calendar(cases: CaseBook, request: Element): XmlTree {
  const [court, from, to] = [
    requiredText(request, 'FYDM'),
    requiredText(request, 'QSRQ'),
    requiredText(request, 'JZRQ'),
  ];
  const most = pageSizeOf(request, 'ZDTS');
  const found: XmlTree[] = [];
  for (const row of cases.handledBy(requiredText(request, 'RYBH'))) {
    if (row.FYDM !== court) continue;
    const due = row.KT.filter(({ KTSJ }) => KTSJ.slice(0, 10) >= from && KTSJ.slice(0, 10) <= to);
    found.push(...due.map((hearing) => calendarEntry(row, hearing)));
    if (found.length >= most) break;
  }
  const list = found.slice(0, most);
  return { JLS: String(list.length), KTRLLB: { KTRL: list } };
}
