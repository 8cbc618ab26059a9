import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, NUMBER, type Reply } from '#subgraphs/casework/casework.fixture.ts';
import { joinRepresentations } from '#subgraphs/casework/join-representations.ts';
import { HANDLED } from '#subgraphs/kit/kit.fixture.ts';

const row = (partyKey: string) => ({
  partyKey,
  kind: 'RETAINED',
  licenceNo: '1',
  lawyerName: 'n',
  from: '2025-01-01',
  to: null,
});
const courtDown = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'COURT', system: '12368' });

async function join(representations: Record<string, Reply>, case_ = CASE) {
  const { context, calls } = casework({ representations });
  const found = { row: case_, view: 'WHOLE', findings: HANDLED } as const;
  const [joined, again] = await Promise.all([context.representations(found), context.representations(found)]);
  expect(again).toBe(joined);
  const { rows, failures } = joined;
  return {
    rows: rows.map(({ partyKey }) => partyKey),
    failures: failures.map(({ owner, error }) => `${owner.system} ${error.code}`),
    calls,
  };
}

describe('representations', () => {
  it('are every owner’s, each asked once for all its records and all parties', async () => {
    expect(await join({ '12368': [row('a'), row('b')], 'legal-aid': [row('c')] })).toEqual({
      rows: ['a', 'b', 'c'],
      failures: [],
      calls: [`12368 representations ${NUMBER}`, 'legal-aid representations LA-2025-000001'],
    });
  });

  it.each<[string, Reply, string]>([
    ['down', courtDown, '12368 DEPARTMENT_UNAVAILABLE'],
    ['talking nonsense', ['x'], '12368 DEPARTMENT_DATA_INVALID'],
  ])('where one owner is %s are the others’, and say who is missing', async (_what, reply, failure) => {
    expect(await join({ '12368': reply, 'legal-aid': [row('c')] })).toMatchObject({ rows: ['c'], failures: [failure] });
  });

  it('are not asked of an owner that has no record of the case', async () => {
    const numbers = CASE.numbers.filter(({ kind }) => kind !== 'COURT_CASE_NO');
    expect((await join({}, { ...CASE, numbers })).calls).toEqual(['legal-aid representations LA-2025-000001']);
  });

  it('a bug is not taken for a department that fails', async () => {
    const { context } = casework({ representations: { '12368': new TypeError('bug') } });
    await expect(joinRepresentations(context, { row: CASE, view: 'WHOLE', findings: HANDLED })).rejects.toThrow(
      TypeError,
    );
  });
});
