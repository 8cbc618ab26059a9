import oracledb from 'oracledb';
import { readWallClock, readZoned, writeWallClock, writeZoned } from '#adapters/oracle/datetime.ts';

/**
 * Thick mode: for Oracle 11g, which the driver's own protocol (Thin, 12.1 and later) does not speak, and for native network encryption.
 * Everything goes through Oracle's client libraries then, for the whole process; sockets and bytes are theirs. See README.md.
 */

/** Formats that the libraries write and read dates by: `SYYYY` has a sign before the year 1. */
export const CLIENT_DATE_FORMATS = `NLS_DATE_FORMAT = 'SYYYY-MM-DD"T"HH24:MI:SS' NLS_TIMESTAMP_FORMAT = 'SYYYY-MM-DD"T"HH24:MI:SS.FF9' NLS_TIMESTAMP_TZ_FORMAT = 'SYYYY-MM-DD"T"HH24:MI:SS.FF9TZH:TZM'`;

/**
 * Loads Oracle's client libraries once, before the first connection.
 * @param folder where Instant Client is unpacked: `ORACLE_CLIENT_DIR`
 * @throws Error a sentence for whoever starts the process, where it cannot run
 */
export function useClientLibraries(folder: string): void {
  try {
    oracledb.initOracleClient({ libDir: folder });
  } catch (error) {
    const code = /\b(?:DPI|NJS|ORA)-\d+/.exec(String(error))?.[0] ?? 'no code';
    throw new Error(
      `Oracle 客户端库未能加载（${code}）。请安装 Oracle Instant Client Basic（64 位，11g 数据库用 19 版）及系统库 libaio，` +
        '把 ORACLE_CLIENT_DIR 设为其解压目录，在 Linux 上还须把该目录写入 ld.so.conf 并运行 ldconfig；数据库为 12.1 及以上时可去掉该设置。 / ' +
        `Oracle's client libraries cannot be loaded (${code}). Install Oracle Instant Client Basic (64 bit; version 19 for an 11g database) ` +
        'and the system library libaio, set ORACLE_CLIENT_DIR to the folder it is unpacked in, and on Linux name that folder in ld.so.conf ' +
        'and run ldconfig; for a database from 12.1 on the setting can be left out.',
      { cause: error },
    );
  }
}

/** There the sockets are not ours to cut: the libraries end a round trip that takes longer than the whole call may. */
export function limitRoundTrips(connection: oracledb.Connection, ms: number): void {
  connection.callTimeout = ms;
}

/** What the libraries wrote by {@link CLIENT_DATE_FORMATS}, as the Thin connection would give it; null for a date before the year 1. */
export function clientDate(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const wall = writeWallClock(text);
  if (wall !== null) return readWallClock(wall);
  const zoned = writeZoned(text);
  return zoned && readZoned(zoned);
}
