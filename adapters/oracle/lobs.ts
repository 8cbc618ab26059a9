import oracledb from 'oracledb';
import { unreadable } from '#adapters/connector/failures.ts';
import type { Meter } from '#adapters/oracle/meter.ts';
import type { DriverConnection } from '#adapters/oracle/session.ts';

/** Characters or bytes that are fetched at once. */
const PIECE = 64 * 1024;

/** Takes a LOB as it comes, text of a CLOB and bytes of a BLOB; the next piece is fetched when it has done with this one. */
export type LobSink = (piece: string | Buffer) => Promise<void> | void;

/** The driver's type of them is not among its types. */
export function isLob(value: unknown): value is oracledb.Lob {
  return typeof value === 'object' && value !== null && 'getData' in value;
}

/** A LOB as a whole. @throws LegacyFailure where it is longer than `longest` (bytes of a BLOB, characters of a CLOB) */
export async function readLob(lob: oracledb.Lob, meter: Meter, longest?: number): Promise<string | Buffer> {
  const pieces: (string | Buffer)[] = [];
  await sendLob(lob, meter, (piece) => void pieces.push(piece), longest);
  const isText = (piece: string | Buffer) => typeof piece === 'string';
  return pieces.every(isText) ? pieces.join('') : Buffer.concat(pieces.filter((piece) => Buffer.isBuffer(piece)));
}

/**
 * The one LOB of the one row that a query gives, piece by piece.
 * @returns whether there is one
 * @throws LegacyFailure where the answer is another
 */
export async function streamLob(
  connection: DriverConnection,
  sql: string,
  binds: oracledb.BindParameters,
  meter: Meter,
  sink: LobSink,
): Promise<boolean> {
  const options = { outFormat: oracledb.OUT_FORMAT_ARRAY, maxRows: 2 };
  const { rows = [], metaData = [] } = await connection.execute<unknown[]>(sql, binds, options);
  if (rows.length > 1 || metaData.length !== 1) throw unreadable('the answer is not one value');
  const [lob = null] = rows[0] ?? [];
  if (lob === null) return false;
  if (!isLob(lob)) throw unreadable(`column ${metaData[0]?.name} is no CLOB and no BLOB`);
  meter.rows(1);
  meter.given();
  await sendLob(lob, meter, sink);
  return true;
}

async function sendLob(lob: oracledb.Lob, meter: Meter, sink: LobSink, longest?: number): Promise<void> {
  try {
    await sendPieces(lob, meter, sink, longest);
  } finally {
    // A temporary one takes space at the database until it is let go of; the driver says so with the next call.
    lob.once('error', () => {});
    lob.destroy();
  }
}

/** Not by the driver's stream: what fails in one that nobody listens to any longer ends the process. */
async function sendPieces(
  lob: oracledb.Lob,
  meter: Meter,
  sink: LobSink,
  longest = Number.POSITIVE_INFINITY,
): Promise<void> {
  if (lob.length > longest) throw unreadable(`a LOB is longer than ${longest}`);
  let held = '';
  for (let offset = 1; offset <= lob.length; ) {
    meter.signal.throwIfAborted();
    const piece = (await lob.getData(offset, PIECE)) as string | Buffer | null;
    if (!piece?.length) throw unreadable('a LOB ends before its length');
    offset += piece.length;
    if (typeof piece !== 'string') {
      await sink(piece);
      continue;
    }
    // A character of two units is not given in halves.
    const text = held + piece;
    const isCut = offset <= lob.length && /[\ud800-\udbff]$/.test(text);
    held = isCut ? text.slice(-1) : '';
    await sink(isCut ? text.slice(0, -1) : text);
  }
}
