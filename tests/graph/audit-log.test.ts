import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SUBGRAPHS } from '#auth/envelope/envelope.ts';
import { POLICY_DIGEST } from '#auth/policies/policies.ts';
import { FIRST_LIGHT } from '#demo/first-light.ts';
import { RICH } from '#tests/graph/rich-question.ts';
import { as, post } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';

type Line = Record<string, unknown>;
const file = (process: string) => join(stack().dataDir, 'audit', process, '000000000000.audit');
const lines = (process: string): Line[] =>
  readFileSync(file(process), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
const about = (process: string, requestId: string) => lines(process).filter((line) => line.requestId === requestId);
const question = { query: FIRST_LIGHT.query, variables: FIRST_LIGHT.variables };

const PROCESSES = ['gateway', ...SUBGRAPHS];
const NOBODY_ELSE = { police: [], procuratorate: [], notary: [], access: [] };

/** The decisions of one request, by process, in whatever order they were taken. */
async function decisionsOf(user: string): Promise<Record<string, unknown[]>> {
  const answer = await as(user).ask(question);
  const requestId = answer.headers.get('x-request-id') ?? '';
  return Object.fromEntries(
    PROCESSES.map((process) => [
      process,
      about(process, requestId)
        .filter(({ event }) => event !== 'login')
        .map(({ subject, case: caseUid, decision, rule }) => [subject, caseUid, decision, rule])
        .toSorted(),
    ]),
  );
}

describe('every decision is on record before the answer leaves', () => {
  it('what was permitted, in each process that decided', async () => {
    expect(await decisionsOf('court.lin')).toEqual({
      gateway: [
        ['operation', null, 'permit', 'answered'],
        ['operation', null, 'permit', 'fields.permitted'],
      ],
      casework: [['Case', 'ZF-2025-000001', 'permit', 'permit.court-handler']],
      court: [
        ['CourtCase', 'ZF-2025-000001', 'permit', 'permit.court-handler'],
        ['Representation', 'ZF-2025-000001', 'permit', 'permit.court-handler'],
      ],
      'legal-aid': [
        ['LegalAidCase', 'ZF-2025-000001', 'permit', 'permit.handler-of-case'],
        ['LegalAidCase', 'ZF-2025-000001', 'permit', 'permit.handler-of-case'],
        ['Representation', 'ZF-2025-000001', 'permit', 'permit.handler-of-case'],
        ['Representation', 'ZF-2025-000001', 'permit', 'permit.handler-of-case'],
      ],
      ...NOBODY_ELSE,
    });
  });

  it('what was denied by the row', async () => {
    expect(await decisionsOf('court.zhou')).toEqual({
      gateway: [
        ['operation', null, 'permit', 'answered'],
        ['operation', null, 'permit', 'fields.permitted'],
      ],
      casework: [['Case', 'ZF-2025-000001', 'deny', 'deny.not-assigned']],
      court: [],
      'legal-aid': [],
      ...NOBODY_ELSE,
    });
  });

  it('what was denied by the field', async () => {
    const { gateway, casework } = await decisionsOf('coordinator.wu');
    expect(gateway).toEqual([
      ['operation', null, 'deny', 'FORBIDDEN'],
      ['operation', null, 'deny', 'fields.denied'],
    ]);
    expect(casework).toEqual([]);
  });

  it('who it was, for what, from where, and what it ended with; a refused token too', async () => {
    const query = '{ case(caseUid: "ZF-2025-000001") { caseUid } }';
    const answer = await as('court.lin').ask({ query });
    const who = {
      actor: '5a480000-0000-4000-8000-000000000010',
      roles: ['court.judge'],
      agency: 'COURT-379999',
      purpose: 'HANDLE_CASE',
      operation: createHash('sha256').update(query).digest('hex'),
      source: '127.0.0.1',
    };
    const records = about('gateway', answer.headers.get('x-request-id') ?? '').filter(({ event }) => event !== 'login');
    expect(records).toEqual([
      expect.objectContaining({ ...who, event: 'operation', fields: ['Query.case', 'Case.caseUid'] }),
      expect.objectContaining({
        ...who,
        event: 'answer',
        codes: [],
        digest: expect.stringMatching(/^sm3:[\da-f]{64}$/),
      }),
    ]);
    const refused = await post(JSON.stringify(question), { authorization: 'Bearer no.such.token' });
    expect(about('gateway', refused.headers.get('x-request-id') ?? '')).toEqual([
      expect.objectContaining({ actor: null, decision: 'deny', rule: 'token.refused' }),
    ]);
  });

  it('by which policy each process decides', () => {
    const loaded = PROCESSES.map((process) => lines(process).find(({ event }) => event === 'policy'));
    expect(new Set(loaded.map((line) => line?.digest))).toEqual(new Set([POLICY_DIGEST]));
  });
});

beforeAll(async () => {
  await as('court.lin').ask(RICH);
});

describe.each(PROCESSES)('the log of %s', (process) => {
  it('is numbered without gaps, readable by its owner only, and holds nothing personal', () => {
    const all = lines(process);
    expect(all.length).toBeGreaterThan(0);
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_line, index) => index));
    expect(statSync(file(process)).mode & 0o777).toBe(0o600);
    // Of 64 hex digits many a one has eighteen digits in a row.
    const text = readFileSync(file(process), 'utf8').replaceAll(/\b[\da-f]{64}\b/g, '');
    const personal = /\p{Script=Han}|\d{17}[\dX]|139000099/u.exec(text);
    expect(personal?.[0]).toBeUndefined();
  });
});
