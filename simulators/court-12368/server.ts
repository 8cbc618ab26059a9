import { readFile } from 'node:fs/promises';
import { type Clock, createClock } from '#schema/clock.ts';
import type { Simulator } from '#simulators/control/simulator.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { type BulkCases, caseBook } from '#simulators/court-12368/case-book.ts';
import { DAMAGES } from '#simulators/court-12368/damages.ts';
import { operationsOver } from '#simulators/court-12368/operations.ts';
import { NAMESPACE } from '#simulators/court-12368/request.ts';
import type { CourtCaseRow, TicketRow } from '#simulators/court-12368/rows.ts';
import { PASSWORD_EXPIRED } from '#simulators/soap/garbage.ts';
import { startSoapServer } from '#simulators/soap/server.ts';
import { usernameTokenCheck } from '#simulators/soap/username-token.ts';

export interface Court12368Options {
  /** 0 takes a free one. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  readonly user: string;
  readonly password: string;
  readonly rows: readonly CourtCaseRow[];
  /** @default none */
  readonly tickets?: readonly TicketRow[];
  /** Further cases, made when they are asked for. @default none */
  readonly bulk?: BulkCases;
  /** Business time: tickets are dated by it. @default the real day */
  readonly clock?: Clock;
}

/** 12368 (法院诉讼服务) as a SOAP 1.1 service. Its WSDL is at `?wsdl`. */
export async function startCourt12368(options: Court12368Options): Promise<Simulator> {
  const { port, host, user, password, rows, tickets = [], bulk, clock = createClock() } = options;
  const now = () => clock.now().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length).replace('T', ' ');
  const service = {
    name: '12368',
    path: COURT_12368_PATH,
    wsdl: await readFile(new URL('./ajcx.wsdl', import.meta.url), 'utf8'),
    namespace: NAMESPACE,
    damages: DAMAGES,
    garbage: PASSWORD_EXPIRED,
    authenticate: usernameTokenCheck({ user, password }),
    operations: operationsOver(caseBook(rows, bulk), tickets, now),
  };
  return startSoapServer(service, port, host);
}
