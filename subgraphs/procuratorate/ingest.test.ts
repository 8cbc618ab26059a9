import { expect, it } from '@jest/globals';
import { asker } from '#subgraphs/kit/asker.fixture.ts';
import { procuratorate, request } from '#subgraphs/procuratorate/procuratorate.fixture.ts';
import {
  ARREST_1,
  ARREST_2,
  factsOf,
  PACKAGE_13,
  PROSECUTION_1,
  PROSECUTION_3,
  PROSECUTION_6,
  prosecutionReview,
  RECORDS,
} from '#subgraphs/procuratorate/reviews.fixture.ts';

const CASEWORK = asker('proc.chen');
const INGEST = { ...CASEWORK, principal: { ...CASEWORK.principal, roles: new Set(['platform.ingest']) } };
const POLICE_CASE_2 = 'A3799990000002025060002';

function page(after: string | null, limit: number, records = RECORDS) {
  return request(procuratorate({ records }), INGEST).askOwner({ ask: 'page', after, limit });
}

it('records belong to cases that others began; an arrest review is a part of the investigation', async () => {
  const stages = (await page(null, 500)).map(({ recordNo, kind, caseUid, caseKind, stage }) => [
    ...[recordNo, kind, caseUid, caseKind, stage],
  ]);
  expect(new Set(stages)).toEqual(
    new Set([
      [ARREST_1, 'ACCEPTANCE_NO', null, null, 'INVESTIGATION'],
      [ARREST_2, 'ACCEPTANCE_NO', null, null, 'INVESTIGATION'],
      [PROSECUTION_1, 'ACCEPTANCE_NO', null, null, 'PROSECUTION_REVIEW'],
      [PROSECUTION_3, 'ACCEPTANCE_NO', null, null, 'PROSECUTION_REVIEW'],
      [PROSECUTION_6, 'ACCEPTANCE_NO', null, null, 'PROSECUTION_REVIEW'],
      [PACKAGE_13, 'INCOMING_TRANSFER', null, null, null],
    ]),
  );
});

it.each(['SUBMITTED', 'NEEDS_MATERIAL', 'NOT_ACCEPTED', 'JURISDICTION_MOVED'] as const)(
  'a prosecution review that is %s tells no stage',
  async (status) => {
    const records = RECORDS.filter(({ facts }) => facts.recordNo === PROSECUTION_6);
    const changed = records.map((each) => ({ ...each, prosecution: prosecutionReview({ status }) }));
    expect(await page(null, 1, changed)).toMatchObject([{ recordNo: PROSECUTION_6, stage: null }]);
  },
);

it('parties are told by opaque ids: no identity number leaves the process', async () => {
  const answer = await page(null, 500);
  const review = answer.find(({ recordNo }) => recordNo === ARREST_2);
  expect(review).toMatchObject({
    facts: {
      department: 'PROCURATORATE',
      assignments: [
        { holder: 'JC0003', function: 'CASE_MANAGER', partyKey: null },
        { holder: 'JC0002', function: 'PROSECUTOR', partyKey: null },
        { holder: '13799202010999001', function: 'COUNSEL', partyKey: `${ARREST_2}#1` },
      ],
    },
    linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: POLICE_CASE_2 }],
    parties: [{ partyKey: `${ARREST_2}#1`, displayName: '周拟庚', role: 'SUSPECT_OR_DEFENDANT' }, {}, {}],
  });
  expect(JSON.stringify(answer)).not.toContain('379999199007150110');
});

it('pages go on behind a key, and are for the ingest alone', async () => {
  const [first] = await page(null, 1);
  expect(await page(String(first?.recordNo), 500)).toHaveLength(RECORDS.length - 1);
  expect(first).toMatchObject({ pageKey: String(first?.recordNo).replace('〔', '[').replace('〕', ']') });
  const question = { ask: 'page', after: null, limit: 1 } as const;
  await expect(request(procuratorate(), CASEWORK).askOwner(question)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('a page is two lists, the records and their hand-overs', async () => {
  const system = procuratorate();
  const question = { ask: 'page', after: null, limit: 500 } as const;
  const records = await request(system, INGEST).askOwner(question);
  expect(system.calls).toEqual(['page null 500', `transfers ${RECORDS.length}`]);
  const transfers = records.flatMap(
    (record) => (record as { transfers?: readonly { kind: string }[] }).transfers ?? [],
  );
  expect(new Set(transfers.map(({ kind }) => kind))).toContain('PROSECUTION_REFERRAL');
});

it('a link is found by the police number, and by the review’s own', async () => {
  const system = procuratorate();
  const asked = request(system, CASEWORK);
  const found = await asked.askOwner({ ask: 'links', kind: 'POLICE_CASE_NO', numbers: [POLICE_CASE_2] });
  expect(found).toMatchObject([
    {
      ...{ recordNo: ARREST_2, kind: 'ACCEPTANCE_NO' },
      linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: POLICE_CASE_2 }],
      parties: [{ displayName: '周拟庚' }, { displayName: '吴拟辛' }, { displayName: '孙拟壬' }],
    },
  ]);
  expect(system.calls).toEqual(['reviews of police cases 1', 'facts 1', 'parties 1', 'linked numbers 1']);
  expect(await asked.askOwner({ ask: 'links', kind: 'ACCEPTANCE_NO', numbers: [ARREST_2] })).toEqual(found);
  expect(await asked.askOwner({ ask: 'links', kind: 'COURT_CASE_NO', numbers: ['x'] })).toEqual([]);
});

it('of a labelled review nothing is asked but its facts', async () => {
  const [kept] = RECORDS.filter(({ facts }) => facts.recordNo === ARREST_2);
  const records = kept ? [{ ...kept, facts: factsOf(ARREST_2, { labelled: true }) }] : [];
  const system = procuratorate({ records });
  const question = { ask: 'links', kind: 'ACCEPTANCE_NO', numbers: [ARREST_2] } as const;
  expect(await request(system, CASEWORK).askOwner(question)).toMatchObject([
    { facts: { labelled: true }, parties: [], linkedNumbers: [] },
  ]);
  expect(system.calls).toEqual(['facts 1']);
});
