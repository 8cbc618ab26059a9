import { describe, expect, it } from '@jest/globals';
import { aidFacts, courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { Findings, StatementVerifier } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { FailedRequests } from '#subgraphs/kit/failed-requests.ts';
import { HANDLED, LIN, never } from '#subgraphs/kit/kit.fixture.ts';
import { OwnerContext } from '#subgraphs/kit/owner-context.ts';

const NOTHING: Findings = { records: [], failures: [] };
const ZHOU: VerifiedEnvelope = { ...LIN, principal: { ...LIN.principal, staffNo: 'FY0002' } };
const nobody: StatementVerifier = { verify: async () => NOTHING };
const context = (envelope = LIN, statements = nobody) =>
  new OwnerContext({ department: 'COURT', statements, failed: new FailedRequests() }, envelope, never);

describe('a row', () => {
  it.each<[string, VerifiedEnvelope, string | null, Findings, string]>([
    ['of the handler', LIN, 'ZF-1', HANDLED, 'permit permit.court-handler'],
    ['referred to by nobody', LIN, null, NOTHING, 'permit permit.court-handler'],
    ['of another', ZHOU, 'ZF-1', HANDLED, 'deny deny.not-handler-of-case'],
    [
      'within the one case of the request',
      { ...LIN, onlyCase: 'ZF-1' },
      'ZF-1',
      HANDLED,
      'permit permit.court-handler',
    ],
    [
      'of a case that does not exist for the request',
      { ...LIN, onlyCase: 'ZF-2' },
      'ZF-1',
      HANDLED,
      'deny deny.other-case',
    ],
    ['of no case that is known, within one case', { ...LIN, onlyCase: 'ZF-1' }, null, HANDLED, 'deny deny.other-case'],
    [
      'of a case that another record closes',
      LIN,
      'ZF-1',
      { ...HANDLED, records: [aidFacts({ sealed: true })] },
      'deny deny.sealed',
    ],
  ])('%s', (_what, envelope, caseUid, findings, expected) => {
    const asked = context(envelope);
    const shown = asked.mayShow('CourtCase', caseUid, courtFacts(), findings);
    const [record] = asked.auditRecords;
    expect(`${record?.decision} ${record?.rule}`).toBe(expected);
    expect(shown).toBe(expected.startsWith('permit'));
  });

  it('is on record with who asked and for what, once, and marked where it rests on memory', () => {
    const asked = context();
    asked.mayShow('CourtCase', 'ZF-1', courtFacts(), { ...HANDLED, records: [courtFacts({ live: false })] });
    expect(asked.auditRecords).toEqual([
      {
        requestId: 'r-1',
        actor: 'sub-of-lin',
        roles: ['court.judge'],
        agency: 'COURT-379999',
        purpose: 'HANDLE_CASE',
        case: 'ZF-1',
        subject: 'CourtCase',
        decision: 'permit',
        rule: 'permit.court-handler',
        remembered: true,
      },
    ]);
  });
});

describe('the findings of casework', () => {
  const failing = (department: 'COURT' | 'JUSTICE'): StatementVerifier => ({
    verify: async () => ({ ...HANDLED, failures: [{ code: 'DEPARTMENT_TIMEOUT', department, system: '12368' }] }),
  });
  const reference = { caseUid: 'ZF-1', statement: 's' };

  it('are asked for with this request, caller and case', async () => {
    const asked: unknown[] = [];
    const statements: StatementVerifier = {
      verify: async (...given) => {
        asked.push(...given);
        return HANDLED;
      },
    };
    expect(await context(LIN, statements).findings(reference)).toBe(HANDLED);
    expect(asked).toEqual(['s', { requestId: 'r-1', subject: 'sub-of-lin', caseUid: 'ZF-1' }]);
  });

  it('this department is not asked again where it has failed already, another’s failure is none of its', async () => {
    await expect(context(LIN, failing('COURT')).findings(reference)).rejects.toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
      department: 'COURT',
    });
    expect((await context(LIN, failing('JUSTICE')).findings(reference)).records).toHaveLength(1);
  });
});

describe('what only casework may ask', () => {
  it('casework may', () => {
    const asked = context({ ...LIN, signer: 'casework' });
    expect(() => asked.requireCasework()).not.toThrow();
    expect(asked.auditRecords).toEqual([]);
  });

  it('the gateway may not, and that it tried is on record', () => {
    const asked = context();
    expect(() => asked.requireCasework()).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(asked.auditRecords).toEqual([expect.objectContaining({ decision: 'deny', rule: 'deny.not-casework' })]);
  });
});
