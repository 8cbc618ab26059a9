import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { call, ids, licences, PATIENT, rowsWith, type Stack, startStack } from '#tests/legal-aid/harness.ts';

const FIRST = 'LA-2025-000001';
const SECOND = 'LA-2025-000002';
const THIRD = 'LA-2025-000003';
const UNKNOWN = 'LA-2025-000999';
const [LABELLED, SEALED, PROTECTED] = ['LA-2025-000090', 'LA-2025-000091', 'LA-2025-000092'];
const ALL = ids(FIRST, UNKNOWN, SECOND, THIRD);

const FACTS = {
  agencyCode: 'LEGALAID-379999',
  sealed: false,
  labelled: false,
  assignments: [{ staffNo: 'FA0001', function: 'LEGAL_AID_OFFICER' }],
  recusedStaffNos: [],
  counsel: [],
};
const FIRM = { uscc: '31379999FAKE5LAW5B', name: '虚构正衡律师事务所' };
const FULL_TIME = { scheme: 'LAWYER-CATEGORY', code: '1', name: '专职律师' };
const LUO = { licenceNo: '13799201810999004', name: '罗拟助' };
const DENG = { licenceNo: '13799201911999005', name: '邓拟扶' };
const MALE = { scheme: 'GB/T 2261.1', code: '1', name: '男性' };
const FEMALE = { scheme: 'GB/T 2261.1', code: '2', name: '女性' };

const ACCUSED = {
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'DEFENDANT',
  protectedIdentity: false,
  minorAtOffence: false,
};
const LI = { ...ACCUSED, partyKey: FIRST, displayName: '李拟乙', sex: FEMALE };
const WANG = { ...ACCUSED, partyKey: SECOND, displayName: '王拟丙', minorAtOffence: true, sex: MALE };
const QIAN = { ...ACCUSED, partyKey: THIRD, displayName: '钱拟癸', legalStatus: 'SUSPECT', sex: MALE };

const COURT_NO = '（2025）鲁9999刑初999901号';
const NOTIFIED_BY_COURT = {
  stage: 'FIRST_INSTANCE',
  status: 'ASSIGNED',
  notifiedBy: 'COURT-379999',
  assignBy: '2025-06-03',
};
const RECORDS = new Map<string, unknown>([
  [
    FIRST,
    {
      ...FACTS,
      ...NOTIFIED_BY_COURT,
      legalAidId: FIRST,
      rawNumber: '（2025）虚法援刑字第1号',
      ground: 'ORDINARY_PROCEDURE_NO_DEFENDER',
      beneficiary: LI,
      notifiedAt: '2025-05-30T10:05:00+08:00',
      linkedNumbers: [{ kind: 'COURT_CASE_NO', number: COURT_NO, raw: COURT_NO }],
      lawyer: { ...LUO, firm: FIRM, category: FULL_TIME, firstLicensedYear: 2018, active: true },
    },
  ],
  [
    SECOND,
    {
      ...FACTS,
      ...NOTIFIED_BY_COURT,
      legalAidId: SECOND,
      rawNumber: '（2025）虚法援刑字第2号',
      ground: 'MINOR',
      beneficiary: WANG,
      notifiedAt: '2025-05-30T10:20:00+08:00',
      linkedNumbers: [{ kind: 'COURT_CASE_NO', number: COURT_NO, raw: '(2025)鲁9999刑初999901号' }],
      lawyer: { ...DENG, firm: FIRM, category: FULL_TIME, firstLicensedYear: 2019, active: true },
    },
  ],
  [
    THIRD,
    {
      ...FACTS,
      legalAidId: THIRD,
      rawNumber: '（2025）虚法援刑字第3号',
      ground: 'ORDINARY_PROCEDURE_NO_DEFENDER',
      stage: 'PROSECUTION_REVIEW',
      status: 'RECEIVED',
      beneficiary: QIAN,
      notifiedBy: 'PROC-379999',
      notifiedAt: '2025-06-12T14:30:00+08:00',
      assignBy: '2025-06-16',
      linkedNumbers: [
        {
          kind: 'ACCEPTANCE_NO',
          number: '虚检刑诉受〔2025〕379999000013号',
          raw: '虚检刑诉受[2025]379999000013号',
        },
      ],
      lawyer: null,
    },
  ],
]);

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: LegalAidSystem;
beforeAll(async () => {
  stack = await startStack(
    rowsWith([
      { FYAJBH: LABELLED, MJDM: '2' },
      { FYAJBH: SEALED, FCBZ: '1' },
      { FYAJBH: PROTECTED, beneficiary: { BHBZ: '1', SYRHM: '被害人甲', SYRLB: '2' } },
    ]),
  );
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());

describe('what 法援在线 gives of cases 1 and 3', () => {
  it('the three cases, the unknown one absent', async () => {
    expect(await system.casesById(ALL, call)).toEqual(RECORDS);
  });

  it('the facts for decisions', async () => {
    expect(await system.caseFacts(ALL, call)).toEqual(
      new Map([FIRST, SECOND, THIRD].map((legalAidId) => [legalAidId, { legalAidId, ...FACTS }])),
    );
  });

  it('the beneficiaries with their numbers', async () => {
    expect(await system.beneficiariesByCase(ALL, call)).toEqual(
      new Map<string, unknown>([
        [FIRST, { ...LI, idNumber: '379999199208180164', phone: '13900009902' }],
        [SECOND, { ...WANG, idNumber: '379999200803020152', phone: '13900009903' }],
        [THIRD, { ...QIAN, idNumber: '379999197909010177', phone: '13900009921' }],
      ]),
    );
  });

  it('the assigned lawyers with their letters, through the package', async () => {
    const assignment = { ...FACTS, kind: 'NOTIFIED_AID', from: '2025-06-03', to: null };
    expect(await system.assignmentsByCase(ALL, call)).toEqual(
      new Map([
        [FIRST, [{ ...assignment, legalAidId: FIRST, lawyer: LUO, letterNumber: '虚法援函〔2025〕1号' }]],
        [SECOND, [{ ...assignment, legalAidId: SECOND, lawyer: DENG, letterNumber: '虚法援函〔2025〕2号' }]],
      ]),
    );
  });

  it('the register of lawyers', async () => {
    const licenceNo = '13799202010999001';
    expect(await system.lawyersByLicence(licences(licenceNo, '13799202010999999'), call)).toEqual(
      new Map([
        [
          licenceNo,
          { licenceNo, name: '何拟辩', firm: FIRM, category: FULL_TIME, firstLicensedYear: 2020, active: true },
        ],
      ]),
    );
  });
});

describe('what it does not give', () => {
  it('of a labelled case anything but its flags', async () => {
    const keys = ids(LABELLED);
    expect(await system.caseFacts(keys, call)).toEqual(
      new Map([[LABELLED, { ...FACTS, legalAidId: LABELLED, labelled: true, assignments: [] }]]),
    );
    expect(await system.casesById(keys, call)).toEqual(new Map());
    expect(await system.beneficiariesByCase(keys, call)).toEqual(new Map());
    expect(await system.assignmentsByCase(keys, call)).toEqual(new Map());
  });

  it('of a protected person more than the alias', async () => {
    const person = {
      ...ACCUSED,
      partyKey: PROTECTED,
      role: 'VICTIM',
      legalStatus: 'NOT_APPLICABLE',
      displayName: '被害人甲',
      protectedIdentity: true,
      sex: null,
    };
    expect((await system.casesById(ids(PROTECTED), call)).values().next().value).toMatchObject({ beneficiary: person });
    expect(await system.beneficiariesByCase(ids(PROTECTED), call)).toEqual(
      new Map([[PROTECTED, { ...person, idNumber: null, phone: null }]]),
    );
  });

  it('a sealed case without saying so', async () => {
    expect((await system.caseFacts(ids(SEALED), call)).values().next().value).toMatchObject({ sealed: true });
    expect((await system.casesById(ids(SEALED), call)).values().next().value).toMatchObject({ sealed: true });
  });
});
