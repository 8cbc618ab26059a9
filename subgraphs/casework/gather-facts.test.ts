import { describe, expect, it } from '@jest/globals';
import { aidFacts, courtFacts } from '#auth/decisions/facts.fixture.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CASE, casework, NUMBER, UNKNOWN, type World } from '#subgraphs/casework/casework.fixture.ts';
import { gatherFacts } from '#subgraphs/casework/gather-facts.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import type { RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', {
  department: 'COURT',
  system: '12368',
  cause: new Error('secret'),
});
const failure = { code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT', system: '12368', retryable: true };
const court = { kind: 'COURT_CASE_NO', number: NUMBER } as const;
const COURT_AND_AID = OWNERS.filter(({ system }) => system === '12368' || system === 'legal-aid');
const gather = async (world: World, row: RegisteredCase | null, asked: Parameters<typeof gatherFacts>[3] = court) => {
  const { context, calls } = casework(world);
  return { findings: await gatherFacts(context, COURT_AND_AID, row, asked), calls };
};

describe('facts', () => {
  it('are every owner’s, live', async () => {
    const facts = { '12368': [courtFacts()], 'legal-aid': [aidFacts()] };
    const { findings } = await gather({ facts }, CASE);
    expect(findings).toEqual({ records: [courtFacts(), aidFacts()], failures: [], ofSystems: [] });
  });

  it.each<[string, RegisteredCase | null, Parameters<typeof gatherFacts>[3], string[]]>([
    ['the case’s own numbers', CASE, court, [NUMBER, 'LA-2025-000001']],
    [
      'all numbers of a case at once',
      { ...CASE, numbers: [...CASE.numbers, { kind: 'COURT_CASE_NO', number: UNKNOWN }] },
      court,
      [`${NUMBER},${UNKNOWN}`, 'LA-2025-000001'],
    ],
    ['the number asked, where there is no case', null, court, [NUMBER, 'LA-0000-000000']],
    [
      'numbers never allotted, where another kind was asked',
      null,
      { kind: 'POLICE_CASE_NO', number: 'A1' },
      ['（2016）最高法刑初0号', 'LA-0000-000000'],
    ],
    [
      'a number never allotted for what the case has not',
      { ...CASE, numbers: [] },
      { kind: 'CASE_UID', number: CASE.caseUid },
      ['（2016）最高法刑初0号', 'LA-0000-000000'],
    ],
  ])('are asked for %s', async (_what, row, asked, numbers) => {
    const { calls } = await gather({ facts: {} }, row, asked);
    expect(calls).toEqual([`12368 facts ${numbers[0]}`, `legal-aid facts ${numbers[1]}`]);
  });

  it.each<[string, RegisteredCase | null, string]>([
    ['the case', CASE, CASE.caseUid],
    ['no case', null, 'ZF-0000-000000'],
  ])('of an owner that fails come from memory, looked up for %s too', async (_what, row, caseUid) => {
    const remembered = [courtFacts({ live: false }), aidFacts({ live: false })];
    const { findings, calls } = await gather({ facts: { '12368': down }, remembered }, row);
    expect(findings).toEqual({ records: row ? [remembered[0]] : [], failures: [failure], ofSystems: [failure] });
    expect(calls.at(-1)).toBe(`remembered ${caseUid}`);
  });

  it('of another system of the same department do not: it has answered', async () => {
    const register = { ...OWNERS[3], system: 'notary', numberKinds: ['NOTARIAL_CERTIFICATE'] } as Owner;
    const row = { ...CASE, numbers: [...CASE.numbers, { kind: 'NOTARIAL_CERTIFICATE', number: 'C1' } as const] };
    const remembered = [aidFacts({ live: false }), aidFacts({ live: false, recordNo: 'C1' })];
    const lost = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'JUSTICE', system: 'notary' });
    const { context } = casework({ facts: { 'legal-aid': [aidFacts()], notary: lost }, remembered });
    const both = OWNERS.filter(({ system }) => system === 'legal-aid').concat(register);
    expect((await gatherFacts(context, both, row, court)).records).toEqual([aidFacts(), remembered[1]]);
  });

  it('a bug is not taken for a department that fails', async () => {
    await expect(gather({ facts: { '12368': new TypeError('bug') } }, CASE)).rejects.toThrow(TypeError);
  });
});
