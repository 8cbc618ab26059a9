import type { Bind } from '#adapters/oracle/binds.ts';
import { encodeBody } from '#adapters/soap/charset/encode.ts';

/** What a database stores its CHAR, VARCHAR2 and CLOB in; the national types (NVARCHAR2) hold every character. */
export type DatabaseCharset = 'AL32UTF8' | 'ZHS16GBK';

/**
 * The database would write a question mark for a character that it lacks, and say nothing.
 * @throws GraphError BAD_USER_INPUT that names it
 */
export function requireCharacters(binds: object, charset: DatabaseCharset): void {
  for (const bind of Object.values(binds) as Bind[]) {
    const { kind, value } = typeof bind === 'object' && bind !== null ? bind : { kind: 'text', value: bind };
    if (value === null) continue;
    if (kind === 'ntext') encodeBody(value, 'utf-8');
    if (kind === 'text' || kind === 'clob') encodeBody(value, charset === 'ZHS16GBK' ? 'gbk' : 'utf-8');
  }
}
