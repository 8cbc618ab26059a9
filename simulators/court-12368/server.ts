import { readFile } from 'node:fs/promises';
import type { Simulator } from '#simulators/control/simulator.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { NAMESPACE, operationsOver } from '#simulators/court-12368/operations.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';
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
}

/** 12368 (法院诉讼服务) as a SOAP 1.1 service. Its WSDL is at `?wsdl`. */
export async function startCourt12368({ port, host, user, password, rows }: Court12368Options): Promise<Simulator> {
  const service = {
    name: '12368',
    path: COURT_12368_PATH,
    wsdl: await readFile(new URL('./ajcx.wsdl', import.meta.url), 'utf8'),
    namespace: NAMESPACE,
    authenticate: usernameTokenCheck({ user, password }),
    operations: operationsOver(rows),
  };
  return startSoapServer(service, port, host);
}
