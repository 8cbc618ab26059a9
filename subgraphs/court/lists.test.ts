import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { askRows, court } from '#subgraphs/court/court.fixture.ts';
import { FILES } from '#subgraphs/court/files.fixture.ts';
import type { OwnerDeadline, OwnerDocument, OwnerPerson, OwnerRepresentation } from '#subgraphs/kit/owner-rows.ts';

const rowsFor = async <Row>(name: string, caseNo: number, list: string) =>
  (await askRows(court(), { name, caseNo }, list)) as unknown as readonly Row[];

describe('persons', () => {
  const persons = async (name: string, caseNo: number) =>
    (await rowsFor<OwnerPerson>(name, caseNo, 'persons')).map(
      ({ partyKey, idNumberMasked, phoneMasked }) => `${partyKey.split('#')[1]} ${idNumberMasked} ${phoneMasked}`,
    );
  const [zheng, hua] = ['1 379***********0287 139****9941', '2 449***********0117 139****9942'];

  it.each<[string, number, readonly string[]]>([
    [
      'court.lin',
      1,
      [
        '1 379***********0130 139****9901',
        '2 379***********0164 139****9902',
        '3 null null',
        '4 159***********0185 139****9904',
      ],
    ],
    ['court.lin', 5, [zheng, hua, zheng, hua]],
    ['party.zheng', 5, [zheng, zheng]],
    ['party.hua', 14, [hua]],
    ['court.zhou', 8, ['1 379********8014 null', '2 null null']],
    ['lawyer.he', 1, []],
    ['mediator.gao', 14, []],
    ['police.wang', 1, []],
  ])('%s in case %s', async (name, caseNo, expected) => {
    expect(await persons(name, caseNo)).toEqual(expected);
  });
});

describe('documents', () => {
  const documents = async (name: string, caseNo: number) =>
    (await rowsFor<OwnerDocument>(name, caseNo, 'documents')).map(
      ({ documentUid, deliveries }) =>
        `${documentUid} ${deliveries.map(({ to, ok }) => `${to}${ok ? '' : '?'}`).join()}`,
    );

  it.each<[string, number, readonly string[]]>([
    ['court.lin', 1, ['12309:JCWSS2025379999000011-03 张拟甲,李拟乙,王拟丙', '12368:S-1 ', '12368:S-2 ', '12368:S-3 ']],
    ['lawyer.he', 1, ['12309:JCWSS2025379999000011-03 张拟甲', '12368:S-1 ', '12368:S-2 ', '12368:S-3 ']],
    ['party.zheng', 5, ['12368:N-1 郑拟寅', '12368:S-4 郑拟寅']],
    ['party.hua', 5, ['12368:N-2 华拟卯?,华拟卯']],
    ['mediator.gao', 5, []],
    ['proc.intake', 1, []],
  ])('%s in case %s', async (name, caseNo, expected) => {
    expect(await documents(name, caseNo)).toEqual(expected);
  });

  it('the indictment is the procuratorate’s, with what the court served', async () => {
    const [indictment] = await rowsFor<OwnerDocument>('court.lin', 1, 'documents');
    expect(indictment).toMatchObject({
      ...{ code: { code: 'JC-03' }, number: '虚检刑诉〔2025〕11号', issuer: 'PROC-379999', issuedOn: '2025-05-28' },
      deliveries: ['张拟甲', '李拟乙', '王拟丙'].map((to) => ({
        ...{ to, method: '直接送达', servedAt: '2025-06-13T09:30:00+08:00', ok: true },
      })),
    });
  });
});

it.each([
  ['court.lin', ['13799202010999001']],
  ['lawyer.he', ['13799202010999001']],
  ['proc.intake', []],
])('representations in case 1 to %s', async (name, licences) => {
  const rows = await rowsFor<OwnerRepresentation>(name, 1, 'representations');
  expect(rows.map(({ licenceNo }) => licenceNo)).toEqual(licences);
});

describe('deadlines on 2025-06-16', () => {
  const deadlines = async (name: string, caseNo: number) =>
    (await rowsFor<OwnerDeadline>(name, caseNo, 'deadlines')).map(
      ({ code, partyKey, dueOn, state, differs }) =>
        `${code} ${partyKey === null ? '-' : partyKey.split('#')[1]} ${dueOn} ${state}${differs ? ' differs' : ''}`,
    );

  it.each<[string, number, readonly string[]]>([
    [
      'court.lin',
      1,
      [
        'CR-TRIAL - 2025-07-29 RUNNING',
        'CR-COPY 1 2025-06-14 MET',
        'CR-COPY 2 2025-06-14 MET',
        'CR-COPY 3 2025-06-14 MET',
        'CR-NOTICE 1 2025-06-21 MET',
        'CR-NOTICE 2 2025-06-21 MET',
        'CR-NOTICE 3 2025-06-21 RUNNING',
      ],
    ],
    ['lawyer.he', 1, ['CR-TRIAL - 2025-07-29 RUNNING', 'CR-COPY 1 2025-06-14 MET', 'CR-NOTICE 1 2025-06-21 MET']],
    [
      'court.clerk',
      5,
      [
        'CV-TRIAL - 2025-12-03 RUNNING',
        'CV-NOTICE 1 2025-06-23 MET',
        'CV-NOTICE 2 2025-06-23 RUNNING',
        'CV-FEE 1 2025-06-20 RUNNING',
      ],
    ],
    ['court.zhou', 8, []],
    ['court.zhou', 9, ['CR-TRIAL - 2025-07-20 RUNNING']],
    [
      'court.zhou',
      10,
      ['CR-TRIAL - 2025-04-10 MET', 'CR-APPEAL 1 2025-04-21 STOPPED', 'CR-APPEAL 2 2025-04-21 STOPPED'],
    ],
    [
      'proc.li',
      10,
      [
        'CR-TRIAL - 2025-04-10 MET',
        'CR-APPEAL 1 2025-04-21 STOPPED',
        'CR-APPEAL 2 2025-04-21 STOPPED',
        'CR-2ND - 2025-07-06 RUNNING',
      ],
    ],
    ['court.zhou', 12, ['CR-TRIAL - 2025-06-03 MET', 'CR-APPEAL 1 2025-05-26 STOPPED']],
    ['mediator.gao', 14, []],
    ['party.zheng', 5, []],
  ])('%s in case %s', async (name, caseNo, expected) => {
    expect(await deadlines(name, caseNo)).toEqual(expected);
  });

  it('a last day of the court’s own that the law does not give stands, and is marked', async () => {
    const files = FILES.map((each) =>
      each.caseNo === 12 ? { ...each, record: { ...each.record, trialLimitOn: '2025-05-16' } } : each,
    );
    const rows = await askRows(court(files), { name: 'court.zhou', caseNo: 12 }, 'deadlines');
    expect(rows).toContainEqual(expect.objectContaining({ code: 'CR-TRIAL', dueOn: '2025-05-16', differs: true }));
  });

  it('name the law', async () => {
    const rows = await rowsFor<OwnerDeadline>('court.lin', 1, 'deadlines');
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['刑事诉讼法第208条', '刑事诉讼法第187条']));
  });
});

it('a court that fails is the case’s failure', async () => {
  const asked = court();
  asked.state.failure = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });
  expect(await askRows(asked, { name: 'court.lin', caseNo: 1 }, 'documents')).toEqual({
    failure: { code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT', system: '12368', retryable: true },
  });
});
