import { expect } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Rows as the driver gives them. */

export const FACTS: OracleRow = {
  FYAJBH: 'LA-2025-000001          ',
  JGDM: '3799990701',
  CBRGH: 'FA0001',
  FCBZ: '0',
  MJDM: null,
};

export const LAWYER: OracleRow = {
  LSZYZH: '13799201810999004',
  LSXM: '罗拟助',
  LSSDM: '31379999FAKE5LAW5B',
  LSSMC: '虚构正衡律师事务所',
  ZYZT: '1',
};

export const PERSON: OracleRow = {
  AJJD: '3',
  SYRBH: 'SYR-379999-2025-000001',
  SYRLB: '1',
  SYRXM: '李拟乙',
  BHBZ: '0',
  WCNBZ: '0',
  XBDM: '2',
  ZJHM: '379999199208180164',
  LXDH: '13900009902',
};

export const CASE: OracleRow = {
  ...FACTS,
  ...LAWYER,
  ...PERSON,
  AH: '（2025）虚法援刑字第1号',
  YYLB: '06',
  ZT: '30',
  TZJGDM: '鲁9999',
  TZSJ: '20250530100500',
  ZPQX: '20250603',
  GLAHLX: '3',
  GLAH: '(2025)鲁9999刑初999901号',
  PTTYAH: null,
};

/** The error names the column, and does not tell the value. */
export function expectUnreadable(read: (row: OracleRow) => unknown, row: OracleRow, column: string) {
  const attempt = () => readWhole(() => read(row));
  expect(attempt).toThrow(UnreadableField);
  expect(attempt).toThrow(new RegExp(`^${column} `));
  const value = row[column];
  if (value) expect(attempt).not.toThrow(value);
}
