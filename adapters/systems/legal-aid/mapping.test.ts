import { describe, expect, it } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import * as codes from '#adapters/systems/legal-aid/codes.ts';
import {
  toAssignment,
  toCaseFacts,
  toCaseRecord,
  toIngestedCase,
  toLawyer,
} from '#adapters/systems/legal-aid/mapping.ts';
import { CASE, expectUnreadable, FACTS, LAWYER } from '#adapters/systems/legal-aid/rows.fixture.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { valuesOf } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { STAGE } from '#schema/enums/stage.ts';

const ASSIGNMENT: OracleRow = {
  ...FACTS,
  ...LAWYER,
  ZPLX: '1',
  GHBH: '虚法援函〔2025〕1号',
  KSRQ: '20250603',
  JSRQ: null,
};
const LABELS = ['1', '3', 'x', ' '];

describe('facts', () => {
  it('say who handles the case, and whether it is sealed', () => {
    expect(toCaseFacts({ ...FACTS, FCBZ: '1' })).toEqual({
      legalAidId: 'LA-2025-000001',
      agencyCode: 'LEGALAID-379999',
      sealed: true,
      labelled: false,
      assignments: [{ staffNo: 'FA0001', function: 'LEGAL_AID_OFFICER' }],
      recusedStaffNos: [],
      counsel: [],
    });
    expect(toCaseFacts({ ...FACTS, CBRGH: null }).assignments).toEqual([]);
  });

  it.each(LABELS)('of a case with the label %j have no lists', (MJDM) => {
    expect(toCaseFacts({ ...FACTS, MJDM })).toMatchObject({ labelled: true, assignments: [] });
  });
});

describe('a case', () => {
  it('loses its padding and codes, and its time gets a zone', () => {
    expect(toCaseRecord(CASE)).toEqual({
      ...toCaseFacts(FACTS),
      rawNumber: '（2025）虚法援刑字第1号',
      ground: 'ORDINARY_PROCEDURE_NO_DEFENDER',
      stage: 'FIRST_INSTANCE',
      status: 'ASSIGNED',
      beneficiary: {
        partyKey: 'LA-2025-000001',
        role: 'SUSPECT_OR_DEFENDANT',
        legalStatus: 'DEFENDANT',
        displayName: '李拟乙',
        protectedIdentity: false,
        minorAtOffence: false,
        sex: { scheme: 'GB/T 2261.1', code: '2', name: '女性' },
      },
      notifiedBy: 'COURT-379999',
      notifiedAt: '2025-05-30T10:05:00+08:00',
      assignBy: '2025-06-03',
      linkedNumbers: [{ kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号', raw: '(2025)鲁9999刑初999901号' }],
      lawyer: toLawyer(LAWYER),
    });
  });

  it('has no lawyer yet, no beneficiary, no organ, no time, no limit, no number', () => {
    const columns = ['LSZYZH', 'LSXM', 'LSSDM', 'LSSMC', 'ZYZT', 'SYRBH', 'TZJGDM', 'TZSJ', 'ZPQX', 'GLAH', 'AJJD'];
    const none = Object.fromEntries(columns.map((column) => [column, null]));
    expect(toCaseRecord({ ...CASE, ...none })).toMatchObject({
      ...{ lawyer: null, beneficiary: null, notifiedBy: null, notifiedAt: null },
      ...{ assignBy: null, linkedNumbers: [], stage: null },
    });
    expect(toCaseRecord({ ...CASE, TZSJ: '   ' })).toMatchObject({ notifiedAt: null });
  });

  it('calls an organ that no list knows by the centre’s code of it', () => {
    expect(toCaseRecord({ ...CASE, TZJGDM: '鲁9998' }).notifiedBy).toBe('鲁9998');
  });

  it.each([
    ['1', 'A3799990000002025010003', 'POLICE_CASE_NO', 'A3799990000002025010003'],
    ['2', '虚检刑诉受[2025]379999000013号', 'ACCEPTANCE_NO', '虚检刑诉受〔2025〕379999000013号'],
    ['3', '见通知书', 'COURT_CASE_NO', null],
    ['3', 'A3799990000002025010003', 'COURT_CASE_NO', null],
  ])('of an organ of kind %s has the number %s', (GLAHLX, GLAH, kind, number) => {
    expect(toCaseRecord({ ...CASE, GLAHLX, GLAH }).linkedNumbers).toEqual([{ kind, number, raw: GLAH }]);
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
    ['AJJD', '9'],
    ['TZSJ', '20250230100500'],
    ['TZSJ', '2025-05-30 10:05'],
    ['ZPQX', '20251301'],
    ['GLAHLX', null],
    ['GLAHLX', '4'],
    ['LSZYZH', '123'],
    ['LSXM', null],
    ['LSSMC', null],
    ['ZYZT', null],
  ])('%s = %p cannot be read, and the error does not tell the value', (column, value) => {
    expectUnreadable(toCaseRecord, { ...CASE, [column]: value }, column);
  });

  it.each(['TZSJ', 'MJDM', 'CBRGH', 'SYRBH', 'GLAH'])('without a column %s is not taken for an empty one', (column) => {
    const { [column]: _, ...without } = CASE;
    expectUnreadable(toCaseRecord, without, column);
  });
});

describe('a case for the registry', () => {
  it('has its facts, what links it, and who is in it', () => {
    const { beneficiary, linkedNumbers } = toCaseRecord(CASE);
    const { sex: _, ...person } = beneficiary ?? {};
    expect(toIngestedCase(CASE)).toEqual({
      ...toCaseFacts(FACTS),
      caseUid: null,
      status: 'ASSIGNED',
      linkedNumbers,
      parties: [{ ...person, idNumber: '379999199208180164' }],
    });
    expect(toIngestedCase({ ...CASE, SYRBH: null, PTTYAH: 'ZF-2025-000001' })).toMatchObject({
      caseUid: 'ZF-2025-000001',
      parties: [],
    });
  });

  it('is nothing but its flags with a label', () => {
    expect(toIngestedCase({ ...CASE, MJDM: '2' })).toEqual({
      ...toCaseFacts({ ...FACTS, MJDM: '2' }),
      ...{ caseUid: null, status: null, linkedNumbers: [], parties: [] },
    });
  });

  it('has a platform number that can be read, or none', () => {
    expectUnreadable(toIngestedCase, { ...CASE, PTTYAH: 'ZF-1' }, 'PTTYAH');
  });
});

describe('an assignment', () => {
  it('has its facts, a kind, its days and its letter', () => {
    expect(toAssignment(ASSIGNMENT)).toEqual({
      ...toCaseFacts(FACTS),
      kind: 'NOTIFIED_AID',
      lawyer: { licenceNo: '13799201810999004', name: '罗拟助' },
      from: '2025-06-03',
      to: null,
      letterNumber: '虚法援函〔2025〕1号',
    });
    expect(toAssignment({ ...ASSIGNMENT, JSRQ: '20250610', GHBH: null })).toMatchObject({
      to: '2025-06-10',
      letterNumber: null,
    });
  });

  it.each(['ZPLX', 'LSZYZH', 'LSXM', 'KSRQ'])('needs its %s', (column) => {
    expectUnreadable(toAssignment, { ...ASSIGNMENT, [column]: null }, column);
  });
});

describe('a lawyer', () => {
  it('has the category and year of the licence number', () => {
    expect(toLawyer(LAWYER)).toEqual({
      licenceNo: '13799201810999004',
      name: '罗拟助',
      firm: { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' },
      category: { scheme: 'LAWYER-CATEGORY', code: '1', name: '专职律师' },
      firstLicensedYear: 2018,
      active: true,
    });
    expect(toLawyer({ ...LAWYER, LSZYZH: '14399199881999002' })).toMatchObject({
      category: { code: '8', name: '法律援助律师' },
      firstLicensedYear: 1998,
    });
  });

  it('may have no firm, and may practise no more', () => {
    expect(toLawyer({ ...LAWYER, LSSDM: null, LSSMC: null, ZYZT: '3' })).toMatchObject({ firm: null, active: false });
  });
});

describe('every word of the graph', () => {
  it('has its code', () => {
    expect([...codes.GROUNDS.values()].sort()).toEqual([...valuesOf(LEGAL_AID_GROUND)].sort());
    expect([...codes.STATUSES.values()].sort()).toEqual([...valuesOf(LEGAL_AID_STATUS)].sort());
    expect([...codes.STATUS_CODES.keys()].sort()).toEqual([...valuesOf(LEGAL_AID_STATUS)].sort());
    expect(new Set(codes.ASSIGNMENT_KINDS.values()).size).toBe(3);
    expect(new Set(codes.LINKED_NUMBERS.values()).size).toBe(3);
    expect([...codes.LAWYER_CATEGORIES.keys()].join('')).toBe('123456789');
  });

  it('is one of its kind', () => {
    expect([...codes.INSTITUTIONS.values()].map(departmentOfAgency)).toEqual(['JUSTICE', 'JUSTICE']);
    expect([...codes.ORGANS.values()].filter((agency) => departmentOfAgency(agency) === null)).toEqual([]);
    expect(valuesOf(STAGE)).toEqual(expect.arrayContaining([...codes.STAGES.values()]));
    expect(valuesOf(PARTY_ROLE)).toEqual(expect.arrayContaining([...codes.ROLES.values()]));
  });
});
