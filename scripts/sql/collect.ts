import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { forKeys, type KeyedQuery } from '#adapters/oracle/in-list.ts';
import { sessionSetup } from '#adapters/oracle/session-setup.ts';
import type { OracleProcedure, OracleStatement } from '#adapters/oracle/statement.ts';
import { CLIENT_DATE_FORMATS } from '#adapters/oracle/thick-mode.ts';
import type { DeclaredWrite } from '#adapters/oracle/write.ts';

export const SYSTEMS = join(import.meta.dirname, '..', '..', 'adapters', 'systems');
export const STATEMENTS = 'statements.ts';

/** One variable of a statement. */
export interface BindShape {
  /** `:1`, `:case_key`. */
  readonly name: string;
  readonly direction: 'IN' | 'OUT' | 'IN OUT';
  /** As Oracle calls it, with the longest value in bytes where one is set. */
  readonly type: string;
}

/** A statement as the connector sends it. */
export interface SqlText {
  /** The constant that holds it, and the name under which log and metrics have it. */
  readonly constant: string;
  readonly name: string;
  readonly sql: string;
  readonly isWrite: boolean;
  readonly isBlock: boolean;
  readonly binds: readonly BindShape[];
  /** Of an IN list: what lengths it is sent with, of which `sql` has the first. `null` without a list. */
  readonly lengths: readonly number[] | null;
  /** Tables, views and procedures. */
  readonly asks: readonly string[];
}

export interface SystemSql {
  /** The system's folder; `connector` for what is sent to any of them. */
  readonly system: string;
  readonly texts: readonly SqlText[];
}

/** Every SQL text that leaves for an Oracle database, by system. @throws TypeError for an export that holds SQL and is of no known shape */
export async function collectSql(): Promise<SystemSql[]> {
  const systems = readdirSync(SYSTEMS).filter((name) => existsSync(join(SYSTEMS, name, STATEMENTS)));
  const setup = sessionSetup('+08:00');
  return [
    ...(await Promise.all(systems.map(async (system) => ({ system, texts: await textsOf(system) })))),
    {
      system: 'connector',
      texts: [
        statement('sessionSetup', { name: 'session-setup', sql: setup }),
        statement('CLIENT_DATE_FORMATS', { name: 'session-setup-thick', sql: `${setup} ${CLIENT_DATE_FORMATS}` }),
      ],
    },
  ];
}

/** Each list length as a text of its own: what a parser has to accept. */
export function everyLength({ sql, lengths }: SqlText): string[] {
  return lengths === null ? [sql] : lengths.map((length) => sql.replace(/\(:1\)/, `(${places(length)})`));
}

async function textsOf(system: string): Promise<SqlText[]> {
  const exported: Readonly<Record<string, unknown>> = await import(join(SYSTEMS, system, STATEMENTS));
  const longest = Number(exported.MAX_KEYS ?? 1);
  return Object.entries(exported).flatMap(([constant, value]) => shapeOf(constant, value, longest));
}

function shapeOf(constant: string, value: unknown, longest: number): SqlText[] {
  if (isDeclared<DeclaredWrite>(value, 'find')) {
    return [block(constant, value, true), statement(`${constant}.find`, value.find)];
  }
  if (isDeclared<OracleProcedure>(value, 'block')) return [block(constant, value, false)];
  if (isDeclared<KeyedQuery>(value, 'key')) return [keyed(constant, value, longest)];
  if (isDeclared<OracleStatement>(value, 'sql')) return [statement(constant, value)];
  if (/\b(?:SELECT|BEGIN)\b/.test(JSON.stringify(value) ?? '')) throw new TypeError(`${constant} is of no known shape`);
  return [];
}

function isDeclared<Shape>(value: unknown, property: keyof Shape): value is Shape {
  return typeof value === 'object' && value !== null && property in value;
}

function statement(constant: string, { name, sql }: OracleStatement): SqlText {
  const isWrite = !/^(?:SELECT|WITH|ALTER SESSION)\b/.test(sql);
  return { constant, name, sql, isWrite, isBlock: false, binds: bindsIn(sql), lengths: null, asks: asksOf(sql) };
}

/** By the connector's own building of lists, asked for one key, and for so many that each length comes up. */
function keyed(constant: string, query: KeyedQuery, longest: number): SqlText {
  const built = Array.from({ length: longest }, (_, more) => forKeys(query, Array(more + 1).fill('')).binds.length);
  return { ...statement(constant, forKeys(query, ['']).statement), lengths: [...new Set(built)] };
}

function block(constant: string, { name, block: sql, ...ways }: OracleProcedure, isWrite: boolean): SqlText {
  const { in: inputs, out = {}, inOut = {}, cursor } = ways;
  const typeOf = (bind: number | { readonly kind: string; readonly maxBytes?: number }) =>
    typeof bind === 'number' ? text(bind) : `${TYPES[bind.kind] ?? bind.kind}${size(bind.maxBytes)}`;
  const binds: BindShape[] = [
    ...inputs.map((bind) => ({ name: `:${bind}`, direction: 'IN' as const, type: text() })),
    ...Object.entries(out).map(([bind, how]) => ({ name: `:${bind}`, direction: 'OUT' as const, type: typeOf(how) })),
    ...Object.entries(inOut).map(([bind, how]) => ({
      name: `:${bind}`,
      direction: 'IN OUT' as const,
      type: typeOf(how),
    })),
    ...(cursor === undefined ? [] : [{ name: `:${cursor}`, direction: 'OUT' as const, type: 'REF CURSOR' }]),
  ];
  return { constant, name, sql, isWrite, isBlock: true, binds, lengths: null, asks: asksOf(sql) };
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'VARCHAR2',
  ntext: 'NVARCHAR2',
  // It leaves as text, so that no digit is lost.
  number: 'VARCHAR2',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
  raw: 'RAW',
  clob: 'CLOB',
  blob: 'BLOB',
};

function text(bytes?: number): string {
  return `VARCHAR2${size(bytes)}`;
}

function size(bytes?: number): string {
  return bytes === undefined ? '' : `(${bytes})`;
}

/** Of a query: each occurrence once, and text as the connector sends it. */
function bindsIn(sql: string): BindShape[] {
  const names = withoutTexts(sql).match(/:\w+/g) ?? [];
  return [...new Set(names)].map((name) => ({ name, direction: 'IN', type: text() }));
}

function asksOf(sql: string): string[] {
  const names = withoutTexts(sql).matchAll(/(?:\bFROM|\bJOIN|\bINTO|^UPDATE|^BEGIN)\s+([A-Z_$#\d.]+)/g);
  return [...new Set(Array.from(names, ([, name]) => name ?? ''))];
}

export function withoutTexts(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'/g, "''");
}

function places(length: number): string {
  return Array.from({ length }, (_, index) => `:${index + 1}`).join(', ');
}
