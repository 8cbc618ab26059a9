import oracledb from 'oracledb';
import type { Bind } from '#adapters/oracle/binds.ts';
import { createOracleConnector, type OracleConnector } from '#adapters/oracle/connector.ts';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { createLegalAidSystem, type LegalAidSystemSettings } from '#adapters/systems/legal-aid/system.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { createClock } from '#schema/clock.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import type { BeneficiaryRow, CaseRow, LegalAidRows } from '#simulators/legal-aid/rows.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { alone } from '#tests/harness/limits.ts';
import { openServer } from '#tests/registry/server.ts';

export const call = { requestId: 'test-1', caller: 'caller', rights: 'rights' };
/** For what is to be answered. */
export const PATIENT = { limits: alone(10_000) };
const PASSWORD = 'read-only';

/** The stand-in with the demo's rows on an embedded PostgreSQL, and a system that reads from it with short timeouts. */
export async function startStack(rows = legalAidRows()) {
  const server = openServer();
  const databaseUrl = await server.freshDatabase();
  const simulator = await startLegalAid({
    port: 0,
    databaseUrl,
    rows,
    password: PASSWORD,
    clock: createClock({ today: '2025-06-16' }),
  });
  const account = {
    connectString: `127.0.0.1:${simulator.port}/${LEGAL_AID_SERVICE}`,
    user: LEGAL_AID_USER,
    password: PASSWORD,
    limits: alone(2000),
  };
  let shared: OracleConnector | undefined;
  const opened: { close(): Promise<void> }[] = [];
  const kept = <Each extends { close(): Promise<void> }>(each: Each): Each => {
    opened.push(each);
    return each;
  };
  const connector = () => {
    shared ??= kept(
      createOracleConnector({ ...account, limits: PATIENT.limits, department: 'JUSTICE', system: 'legal-aid' }),
    );
    return shared;
  };
  return {
    simulator,
    databaseUrl,
    system: (settings: Partial<LegalAidSystemSettings> = {}): LegalAidSystem =>
      kept(createLegalAidSystem({ ...account, ...settings })),
    connector,
    /** Any query, through the connector. */
    async query(sql: string, binds: readonly Bind[] = []): Promise<OracleRow[]> {
      return await connector().query({ name: 'test', sql }, binds, call);
    },
    /** Any statement as the account, through the driver alone. */
    async execute(sql: string): Promise<void> {
      const { connectString, user, password } = account;
      const connection = await oracledb.getConnection({ connectString, user, password });
      await connection.execute(sql).finally(() => connection.close());
    },
    async stop(): Promise<void> {
      await Promise.all(opened.map((each) => each.close()));
      await simulator.close();
      await server.close();
    },
  };
}

export type Stack = Awaited<ReturnType<typeof startStack>>;

export const ids = (...texts: string[]): LegalAidId[] => texts.flatMap((text) => legalAidId.parse(text) ?? []);
export const licences = (...texts: string[]): LawyerLicenceNo[] =>
  texts.flatMap((text) => lawyerLicenceNo.parse(text) ?? []);

/** The demo's rows and more cases: each a copy of case 3's with a key and a beneficiary of its own, and what differs. */
export function rowsWith(
  cases: readonly (Pick<CaseRow, 'FYAJBH'> & Partial<CaseRow> & { beneficiary?: Partial<BeneficiaryRow> })[],
): LegalAidRows {
  const rows = legalAidRows();
  const [record, beneficiary] = [rows.T_FYAJ.at(-1), rows.T_SYR.at(-1)];
  if (record === undefined || beneficiary === undefined) throw new Error('the demo has no legal aid case');
  const keyed = cases.map(({ beneficiary: person, ...row }) => ({ row, person, SYRBH: `SYR-${row.FYAJBH}` }));
  return {
    ...rows,
    T_SYR: [...rows.T_SYR, ...keyed.map(({ person, SYRBH }) => ({ ...beneficiary, ...person, SYRBH }))],
    T_FYAJ: [...rows.T_FYAJ, ...keyed.map(({ row, SYRBH }) => ({ ...record, ...row, SYRBH }))],
  };
}
