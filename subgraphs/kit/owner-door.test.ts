import { describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { CourtInMemory, HANDLED, LIN } from '#subgraphs/kit/kit.fixture.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import { INGEST_ROLE, type OwnerQuestion, type OwnerSource } from '#subgraphs/kit/owner-source.ts';

const CASEWORK: VerifiedEnvelope = { ...LIN, signer: 'casework' };
const INGEST = { ...CASEWORK, principal: { ...LIN.principal, roles: new Set([INGEST_ROLE]) }, purpose: null };
const late = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'COURT', system: '12368', cause: new Error('x') });

/** A department that says what it was asked. */
const source: OwnerSource<CourtInMemory> = {
  facts: async (recordNos) => {
    if (recordNos.includes('unreadable')) throw late;
    return recordNos.map((recordNo) => courtFacts({ recordNo }));
  },
  page: async (...[after, limit]) => [
    { recordNo: `page ${after} ${limit}`, facts: { labelled: after === 'before a labelled one' } } as never,
    { pageKey: 'x', unreadable: true },
  ],
  links: async (kind, numbers) => numbers.map((number) => ({ recordNo: `link ${kind} ${number}` }) as never),
  lists: {
    documents: async (recordNos, { caseUid }) =>
      recordNos.map((recordNo) => ({ title: `${caseUid} ${recordNo}` }) as never),
    transfers: async ([recordNo]) => {
      if (recordNo === 'bug') throw new TypeError('bug');
      throw late;
    },
  },
};
const rows = (list: string, ...recordNos: string[]): OwnerQuestion => ({
  ask: 'rows',
  list: list as 'documents',
  cases: recordNos.map((recordNo, index) => ({ caseUid: `ZF-${index + 1}`, statement: 's', recordNos: [recordNo] })),
});
async function ask(question: OwnerQuestion, envelope: VerifiedEnvelope = CASEWORK, of = source) {
  const context = new CourtInMemory({ envelope, verify: async () => HANDLED });
  const answer = await answerOwner(of, question, context).catch((error: Error) => error);
  return { answer, rules: context.auditRecords.map(({ rule }) => rule) };
}

describe('casework asks', () => {
  it.each<[string, OwnerQuestion, readonly unknown[]]>([
    ['facts', { ask: 'facts', recordNos: ['1', '2'] }, [courtFacts({ recordNo: '1' }), courtFacts({ recordNo: '2' })]],
    ['links', { ask: 'links', kind: 'POLICE_CASE_NO', numbers: ['A1'] }, [{ recordNo: 'link POLICE_CASE_NO A1' }]],
    [
      'rows, for each case in its place',
      rows('documents', '1', '2'),
      [{ rows: [{ title: 'ZF-1 1' }] }, { rows: [{ title: 'ZF-2 2' }] }],
    ],
    ['rows of a list that the department does not feed', rows('custody', '1'), [{ rows: [] }]],
  ])('%s', async (_what, question, expected) => {
    expect(await ask(question)).toEqual({ answer: expected, rules: [] });
  });

  it('links of a department that finds none', async () => {
    const { links: _, ...without } = source;
    const question: OwnerQuestion = { ask: 'links', kind: 'POLICE_CASE_NO', numbers: ['A1'] };
    expect((await ask(question, CASEWORK, without)).answer).toEqual([]);
  });

  it('a question that there is not', async () => {
    expect((await ask({ ask: 'everything' } as never)).answer).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the failure of one case or record', () => {
  it('leaves the others their rows, and does not tell its cause', async () => {
    const closed = {
      code: 'DEPARTMENT_UNAVAILABLE',
      department: 'COURT',
      opensAt: '2026-01-05T04:00:00+08:00',
    } as const;
    const verify = async (_statement: string, { caseUid }: { readonly caseUid?: string | undefined }) => ({
      ...HANDLED,
      failures: caseUid === 'ZF-1' ? [{ ...closed, system: '12368' } as const] : [],
    });
    const answer = await answerOwner(
      source,
      rows('documents', '1', '2'),
      new CourtInMemory({ envelope: CASEWORK, verify }),
    );
    expect(answer).toEqual([
      { failure: { ...closed, system: '12368', retryable: true } },
      { rows: [{ title: 'ZF-2 2' }] },
    ]);
  });

  it('leaves the facts of other records', async () => {
    expect((await ask({ ask: 'facts', recordNos: ['1', 'unreadable'] })).answer).toEqual([
      courtFacts({ recordNo: '1' }),
      {
        recordNo: 'unreadable',
        failure: { code: 'DEPARTMENT_TIMEOUT', department: 'COURT', system: '12368', retryable: true },
      },
    ]);
  });

  it('a bug is no department’s failure', async () => {
    expect((await ask(rows('transfers', '1'))).answer).toEqual([
      expect.objectContaining({ failure: expect.anything() }),
    ]);
    expect((await ask(rows('transfers', 'bug'))).answer).toBeInstanceOf(TypeError);
  });
});

describe('nobody else is answered', () => {
  const page: OwnerQuestion = { ask: 'page', after: null, limit: 500 };
  it('ingest pages', async () => {
    expect(await ask(page, INGEST)).toMatchObject({ answer: [{ recordNo: 'page null 500' }, {}], rules: [] });
  });

  it('and that a labelled record came near is on record, without its number', async () => {
    const { rules } = await ask({ ...page, after: 'before a labelled one' }, INGEST);
    expect(rules).toEqual(['deny.secrecy-label']);
  });

  it.each<[string, VerifiedEnvelope, OwnerQuestion, string]>([
    ['the gateway, for facts', LIN, { ask: 'facts', recordNos: ['1'] }, 'deny.not-casework'],
    ['the gateway, for rows', LIN, rows('documents', '1'), 'deny.not-casework'],
    ['the gateway, for a page', LIN, page, 'deny.not-casework'],
    ['the gateway in ingest’s role', { ...INGEST, signer: 'gateway' }, page, 'deny.not-casework'],
    ['casework for a caller, for a page', CASEWORK, page, 'deny.not-ingest'],
  ])('%s', async (_who, envelope, question, rule) => {
    const { answer, rules } = await ask(question, envelope);
    expect(answer).toMatchObject({ code: 'FORBIDDEN' });
    expect(rules).toEqual([rule]);
  });
});
