/**
 * Charsets of bodies. Reading takes all of `gbk` and `gb18030` for GB 18030: old systems declare GB2312 or GBK and send four-byte
 * characters all the same. Writing keeps them apart: what a system cannot store must not be sent to it.
 */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk' | 'gb18030' | 'big5';

const NAMES: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16be'],
  ['utf-16be', 'utf-16be'],
  ['utf-16le', 'utf-16le'],
  ['gbk', 'gbk'],
  ['gb2312', 'gbk'],
  ['gb_2312-80', 'gbk'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['windows-936', 'gbk'],
  ['x-gbk', 'gbk'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
  ['cp950', 'big5'],
  ['ms950', 'big5'],
]);

/** A charset by the name that a header, a prolog or a setting gives it, in any case; `utf-16` is big endian where no BOM says otherwise. */
export function charsetNamed(name: string): Charset | undefined {
  return NAMES.get(name.toLowerCase());
}
