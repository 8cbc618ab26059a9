/**
 * A value with its type in front, alike for every client: `text 法院`, `number -1.5`, `date 2025-03-14T15:09:26`,
 * `timestamp 2025-03-14T15:09:26.535`, `bytes 00ff`. LOBs are sent as `clob …` and `blob 00ff` and come back as text and bytes; NULL is sent with its
 * type, `null number`, and comes back as `null`.
 */
export type Value = string;

/** What a client says of an error of the database or of its own. */
export interface Failure {
  /** `ORA-00942`, or the client's own code. */
  readonly code: string;
  /** 0-based, in the statement. */
  readonly offset: number;
}

/** What a bind gives out: a type and its size in bytes, or a cursor. */
export type Out = `${'text' | 'number'} ${number}` | 'cursor';

export interface Asked {
  /** In order, or by name. @default none */
  readonly binds?: readonly Value[] | Readonly<Record<string, Value>>;
  /** Rows in one round trip. */
  readonly arraySize?: number;
  /** Rows that come with the execution. */
  readonly prefetch?: number;
  /** LOBs as locators, read in pieces of so many characters or bytes. @default whole, without locators */
  readonly pieces?: number;
}

export interface Session {
  query(sql: string, asked?: Asked): Promise<readonly (readonly Value[])[]>;
  /** @returns rows changed */
  change(sql: string, binds: readonly Value[]): Promise<number>;
  /** @returns for each row that failed its place and the code */
  changeMany(sql: string, rows: readonly (readonly Value[])[]): Promise<readonly (readonly [number, string])[]>;
  /** `both` go in and come out. @returns what came out, a cursor as its rows */
  call(
    block: string,
    binds: {
      readonly in?: Readonly<Record<string, Value>>;
      readonly out?: Readonly<Record<string, Out>>;
      readonly both?: Readonly<Record<string, Value>>;
    },
  ): Promise<Readonly<Record<string, unknown>>>;
  commit(): Promise<void>;
  /** Breaks the call that is under way. */
  cancel(): Promise<void>;
  /** Milliseconds for a round trip; 0 for as long as it takes. */
  setTimeout(milliseconds: number): Promise<void>;
  /** Says on whose behalf it works. */
  behalf(told: { readonly clientId: string; readonly module: string; readonly action: string }): Promise<void>;
  close(): Promise<void>;
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
  readonly connectString: string;
}

/** All failures are thrown as {@link ClientError}. */
export interface OracleClient {
  /** What it calls a call that took too long, and a service that nobody knows. */
  readonly codes: { readonly late: string; readonly unknownService: string };
  logOn(credentials: Credentials): Promise<Session>;
  stop(): Promise<void>;
}

export class ClientError extends Error implements Failure {
  readonly code: string;
  readonly offset: number;

  constructor({ code, offset }: Failure, message: string) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
    this.offset = offset;
  }
}

/** `type value` */
export function split(value: Value): readonly [type: string, text: string] {
  const at = value.indexOf(' ');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
