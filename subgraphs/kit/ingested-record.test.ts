import { expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import { createClock } from '#schema/clock.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { type IngestedRecord, linksAndParties, pagedRecords, wasRead } from '#subgraphs/kit/ingested-record.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

const toIngested = (recordNo: string): IngestedRecord => ({
  ...{ recordNo, kind: 'COURT_CASE_NO', facts: courtFacts({ recordNo }) },
  ...{ caseUid: null, caseKind: null, stage: null, linkedNumbers: [], parties: [] },
});

it('what cannot be read keeps its place by its key, and its error goes to the log', () => {
  const context = new RequestContext(LIN, new RequestScope(LIN));
  const error = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368' });
  const rows = ['1', new UnreadableRecord('2', error), '3'];
  const page = pagedRecords(rows, context, toIngested, (key) => `office ${key}`);
  expect(page).toEqual([toIngested('1'), { pageKey: 'office 2', unreadable: true }, toIngested('3')]);
  expect(page.filter(wasRead)).toHaveLength(2);
  expect(context.failures).toEqual([error]);
});

it.each([
  ['2025-05-26', { legalStatus: 'DEFENDANT', legalStatusSince: null }],
  ['2025-05-27', { legalStatus: 'CONVICT', legalStatusSince: '2025-05-27' }],
])('on %s nobody is a convict by a judgment that takes effect on 2025-05-27', (today, standing) => {
  const context = { clock: createClock({ today }), personUid: () => 'P-shen' } as unknown as OwnerContext;
  const shen = {
    partyKey: '1',
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'CONVICT',
    legalStatusSince: '2025-05-27',
    displayName: '沈拟酉',
    ...{ protectedIdentity: false, minorAtOffence: false, idNumber: null },
  } as const;
  const { parties } = linksAndParties('（2025）鲁9999刑初999912号', { linkedNumbers: [], parties: [shen] }, context);
  expect(parties).toMatchObject([standing]);
});
