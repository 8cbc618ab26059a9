import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SystemName } from '#schema/departments.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import {
  aid,
  court,
  empty,
  party,
  police,
  review,
  toCourt,
  toPolice,
  toReview,
  withWriter,
} from '#tests/registry/fixtures.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withWriter();
const TEN = 'ZF-2025-000010';
const qin = (key: string, name = '秦拟未') => party(key, name, { personUid: 'P-qin' });
const witness = (key: string) =>
  party(key, '证人甲', {
    role: 'WITNESS',
    legalStatus: 'NOT_APPLICABLE',
    personUid: `P-${key}`,
    protectedIdentity: true,
  });

/** Joined police cases, an appeal, chains of links, names that differ, a seal, a secret, and one case that nobody knew. */
const RECORDS: readonly (readonly [SystemName, IngestedRecord])[] = [
  ['police', police('A10', { caseUid: TEN, parties: [qin('A10#1'), witness('A10#2')] })],
  [
    'police',
    police('A11', { caseUid: TEN, stage: 'ACCEPTANCE', parties: [party('A11#1', '尤拟申')], ...toPolice('A10') }),
  ],
  ['police', police('A4', { caseUid: 'ZF-2024-000004', facts: { sealed: true } })],
  ['police', police('A30', { parties: [party('A30#1', '何拟午')] })],
  ['police', police('A99', { facts: { labelled: true } })],
  ['12309', review('R10', { parties: [qin('R10#1', '秦拟末'), witness('R10#5')], ...toPolice('A10', 'A11') })],
  ['12309', review('R4', toPolice('A4'))],
  ['12309', review('R30', { parties: [party('R30#1', '何拟午', { minorAtOffence: true })], ...toPolice('A30') })],
  ['12309', review('R7')],
  ['12368', court('C10', { parties: [{ ...qin('C10#1', '秦拟末'), legalStatus: 'DEFENDANT' }], ...toReview('R10') })],
  ['12368', court('C20', { stage: 'SECOND_INSTANCE', parties: [qin('C20#1')], ...toCourt('C10') })],
  ['12368', court('M5', { caseUid: 'ZF-2025-000005', caseKind: 'MEDIATION', stage: 'ACCEPTANCE', ...toCourt('C5') })],
  ['12368', court('C5', { caseUid: 'ZF-2025-000005', caseKind: 'CIVIL' })],
  ['legal-aid', aid('L1', { parties: [qin('L1')], ...toCourt('C20') })],
];

/** Any order of the records, cut into pages wherever the system changes or the cut falls. */
const pages = fc
  .tuple(
    fc.shuffledSubarray([...RECORDS], { minLength: RECORDS.length }),
    fc.array(fc.boolean(), { minLength: RECORDS.length, maxLength: RECORDS.length }),
  )
  .map(([records, cuts]) => {
    const cut: { system: SystemName; records: IngestedRecord[] }[] = [];
    records.forEach(([system, record], index) => {
      const last = cut.at(-1);
      if (last?.system === system && !cuts[index]) last.records.push(record);
      else cut.push({ system, records: [record] });
    });
    return cut;
  });

it('the order in which records come in does not matter', async () => {
  const expected = await ingested(RECORDS.map(([system, record]) => ({ system, records: [record] })));
  expect(expected.cases.map(({ caseUid }) => caseUid)).toEqual([
    'ZF-2024-000004',
    'ZF-2025-000005',
    TEN,
    'ZF-2025-900001',
  ]);
  expect(expected.notices).toHaveLength(2);
  await fc.assert(
    fc.asyncProperty(pages, async (order) => {
      await empty(opened.url);
      expect(await ingested(order)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** Pages again and again until nothing more is found, as a sync does; then all that the registry holds, whenever it was written. */
async function ingested(order: readonly { system: SystemName; records: readonly IngestedRecord[] }[]) {
  let before = -1;
  for (let leftOut = 0; leftOut !== before; ) {
    before = leftOut;
    leftOut = 0;
    for (const { system, records } of order) leftOut += (await opened.writer.ingestRecords(system, records)).leftOut;
  }
  const cases = await sql<{ caseUid: string }>(
    opened.url,
    'SELECT case_uid AS "caseUid", kind, current_stage, sealed FROM registry.cases ORDER BY 1',
  );
  const numbers = await sql(
    opened.url,
    'SELECT kind, number, case_uid FROM registry.case_numbers WHERE withdrawn_at IS NULL ORDER BY 1, 2',
  );
  const facts = await sql(
    opened.url,
    'SELECT case_uid, agency_code, record_no, facts FROM registry.decision_facts ORDER BY 3',
  );
  const notices = await sql(
    opened.url,
    'SELECT case_uid, agency_code, department, system, field FROM registry.data_quality_notices ORDER BY 1, 2, 3, 4, 5',
  );
  const parties = [...(await opened.registry.partiesByCases(cases.map(({ caseUid }) => caseUid)))].toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  );
  return { cases, numbers, facts, notices, parties };
}
