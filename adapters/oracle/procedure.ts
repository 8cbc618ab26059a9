import oracledb from 'oracledb';
import { unreadable } from '#adapters/connector/failures.ts';
import { type Bind, BindError, inBind, inOutBind, outBind } from '#adapters/oracle/binds.ts';
import { decimal } from '#adapters/oracle/columns.ts';
import { drain, FETCH_OPTIONS } from '#adapters/oracle/fetch.ts';
import { isLob, readLob } from '#adapters/oracle/lobs.ts';
import type { Meter } from '#adapters/oracle/meter.ts';
import type { DriverConnection } from '#adapters/oracle/session.ts';
import type { Inputs, OracleProcedure, OutBind, ProcedureResult } from '#adapters/oracle/statement.ts';
import { clientDate } from '#adapters/oracle/thick-mode.ts';
import { UnreadableValue } from '#adapters/oracle/unreadable-value.ts';

/** Binds made ready for the driver, before anything is sent. */
export interface PreparedBinds {
  readonly binds: Record<string, oracledb.BindParameter>;
  readonly out: ReadonlyMap<string, OutBind>;
}

/** @throws BindError for a value that is not of its kind, is missing, or is for no bind of the block */
export function prepareBinds(procedure: OracleProcedure, inputs: Inputs): PreparedBinds {
  const { in: ins, out = {}, inOut = {}, cursor } = procedure;
  const value = (name: string): Bind => {
    const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (given === undefined) throw new BindError(name, 'has no value');
    return given;
  };
  for (const name of Object.keys(inputs)) {
    if (!ins.includes(name) && !Object.hasOwn(inOut, name)) throw new BindError(name, 'does not go into the block');
  }
  const outs = Object.entries(out).map(([name, bind]): [string, OutBind] => {
    return [name, typeof bind === 'number' ? { kind: 'text', maxBytes: bind } : bind];
  });
  const binds = new Map<string, oracledb.BindParameter>([
    ...ins.map((name) => [name, inBind(name, value(name))] as const),
    ...outs.map(([name, { kind, maxBytes }]) => [name, outBind(kind, maxBytes)] as const),
    ...Object.entries(inOut).map(([name, bind]) => [name, inOutBind(name, bind, value(name))] as const),
  ]);
  if (cursor !== undefined) binds.set(cursor, { dir: oracledb.BIND_OUT, type: oracledb.CURSOR });
  return { binds: Object.fromEntries(binds), out: new Map([...outs, ...Object.entries(inOut)]) };
}

/** Runs the block; the cursor's rows are all fetched. @param commits whether the transaction ends with the call */
export async function runBlock(
  connection: DriverConnection,
  { block, cursor, trim }: OracleProcedure,
  { binds, out }: PreparedBinds,
  meter: Meter,
  commits = false,
): Promise<ProcedureResult> {
  const options = { ...FETCH_OPTIONS, autoCommit: commits };
  const { outBinds = {} } = await connection.execute<Record<string, unknown>>(block, binds, options);
  const results: [string, string | null][] = [];
  for (const [name, bind] of out) results.push([name, await outText(name, bind, outBinds[name], meter)]);
  const resultSet = cursor === undefined ? null : outBinds[cursor];
  const rows = resultSet ? await drain(resultSet as oracledb.ResultSet<unknown[]>, trim, meter) : [];
  return { out: Object.fromEntries(results), rows };
}

async function outText(
  name: string,
  { kind, maxBytes }: OutBind,
  value: unknown,
  meter: Meter,
): Promise<string | null> {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof UnreadableValue) throw unreadable(`bind :${name} ${value.problem}`);
  const whole = isLob(value) ? await readLob(value, meter, maxBytes) : value;
  const text = Buffer.isBuffer(whole) ? bytesText(kind, whole) : wordsText(kind, whole);
  if (text === null) throw unreadable(`bind :${name} holds what is no ${kind}`);
  return text;
}

function bytesText(kind: string, value: Buffer): string {
  return kind === 'blob' ? value.toString('base64') : value.toString('hex').toUpperCase();
}

function wordsText(kind: string, value: unknown): string | null {
  if (kind === 'number') return decimal(value);
  const isDate = kind === 'date' || kind === 'timestamp' || kind === 'timestamptz';
  if (isDate && !oracledb.thin) return clientDate(value);
  return typeof value === 'string' ? value : null;
}
