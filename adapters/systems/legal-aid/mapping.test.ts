import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/fetch.ts';
import { ASSIGNMENT_KINDS, GROUNDS, INSTITUTIONS, STATUSES } from '#adapters/systems/legal-aid/codes.ts';
import { toAssignment, toCaseFacts, toCaseRecord, toLawyer } from '#adapters/systems/legal-aid/mapping.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { valuesOf } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';

const FACTS: OracleRow = { FYAJBH: 'LA-2025-000001          ', JGDM: '3799990701', FCBZ: '0' };
const LAWYER: OracleRow = {
  LSZYZH: '13799201810999004',
  LSXM: '罗拟助',
  LSSDM: '31379999FAKE5LAW5B',
  LSSMC: '虚构正衡律师事务所',
};
const CASE: OracleRow = {
  ...FACTS,
  ...LAWYER,
  AH: '（2025）虚法援刑字第1号',
  YYLB: '06',
  ZT: '30',
  TZSJ: '20250530100500',
  ZPQX: '20250603',
};
const ASSIGNMENT: OracleRow = { ...FACTS, ...LAWYER, ZPLX: '1', KSRQ: '20250603', JSRQ: null };

function expectUnreadable(read: (row: OracleRow) => unknown, row: OracleRow, column: string) {
  const attempt = () => read(row);
  expect(attempt).toThrow(UnreadableField);
  expect(attempt).toThrow(new RegExp(`^${column} `));
  const value = row[column];
  if (value) expect(attempt).not.toThrow(value);
}

describe('a case', () => {
  it('loses its padding and codes, and its time gets a zone', () => {
    expect(toCaseRecord(CASE)).toEqual({
      legalAidId: 'LA-2025-000001',
      agencyCode: 'LEGALAID-379999',
      sealed: false,
      rawNumber: '（2025）虚法援刑字第1号',
      ground: 'ORDINARY_PROCEDURE_NO_DEFENDER',
      status: 'ASSIGNED',
      notifiedAt: '2025-05-30T10:05:00+08:00',
      assignBy: '2025-06-03',
      lawyer: {
        licenceNo: '13799201810999004',
        name: '罗拟助',
        firm: { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' },
      },
    });
  });

  it('has no lawyer yet, no time, no limit', () => {
    const nothing = { LSZYZH: null, LSXM: null, LSSDM: null, LSSMC: null, TZSJ: null, ZPQX: null };
    expect(toCaseRecord({ ...CASE, ...nothing })).toMatchObject({ lawyer: null, notifiedAt: null, assignBy: null });
    expect(toCaseRecord({ ...CASE, TZSJ: '   ' })).toMatchObject({ notifiedAt: null });
  });

  it.each([
    ['FYAJBH', null],
    ['FYAJBH', 'LA-1'],
    ['JGDM', '9999990701'],
    ['FCBZ', null],
    ['FCBZ', '2'],
    ['AH', '  '],
    ['YYLB', '99'],
    ['YYLB', 'constructor'],
    ['ZT', null],
    ['TZSJ', '20250230100500'],
    ['TZSJ', '2025-05-30 10:05'],
    ['ZPQX', '20251301'],
    ['LSZYZH', '123'],
    ['LSXM', null],
    ['LSSMC', null],
  ])('%s = %p cannot be read, and the error does not tell the value', (column, value) => {
    expectUnreadable(toCaseRecord, { ...CASE, [column]: value }, column);
  });

  it('a column that the answer lacks is not taken for an empty one', () => {
    const { TZSJ: _, ...without } = CASE;
    expectUnreadable(toCaseRecord, without, 'TZSJ');
  });
});

it('facts say who handles the case, and whether it is sealed', () => {
  expect(toCaseFacts({ ...FACTS, FCBZ: '1' })).toEqual({
    legalAidId: 'LA-2025-000001',
    agencyCode: 'LEGALAID-379999',
    sealed: true,
  });
});

describe('an assignment', () => {
  it('has its facts, a kind and its days', () => {
    expect(toAssignment(ASSIGNMENT)).toEqual({
      ...toCaseFacts(FACTS),
      kind: 'NOTIFIED_AID',
      lawyer: { licenceNo: '13799201810999004', name: '罗拟助' },
      from: '2025-06-03',
      to: null,
    });
    expect(toAssignment({ ...ASSIGNMENT, JSRQ: '20250610' })).toMatchObject({ to: '2025-06-10' });
  });

  it.each(['ZPLX', 'LSZYZH', 'LSXM', 'KSRQ'])('needs its %s', (column) => {
    expectUnreadable(toAssignment, { ...ASSIGNMENT, [column]: null }, column);
  });
});

it('a lawyer may have no firm', () => {
  expect(toLawyer({ ...LAWYER, LSSDM: null, LSSMC: null })).toMatchObject({ firm: null });
});

it('every word of the graph has its code', () => {
  expect([...GROUNDS.values()].sort()).toEqual([...valuesOf(LEGAL_AID_GROUND)].sort());
  expect([...STATUSES.values()].sort()).toEqual([...valuesOf(LEGAL_AID_STATUS)].sort());
  expect(new Set(ASSIGNMENT_KINDS.values()).size).toBe(3);
  expect([...INSTITUTIONS.values()].map(departmentOfAgency)).toEqual(['JUSTICE', 'JUSTICE']);
});
