import { expect, it } from '@jest/globals';
import { GraphError } from '#schema/errors/graph-error.ts';
import { CourtInMemory, LIN } from '#subgraphs/kit/kit.fixture.ts';
import { answerOwner } from '#subgraphs/kit/owner-door.ts';
import type { OwnerQuestion, OwnerSource } from '#subgraphs/kit/owner-source.ts';

const nothing = { facts: async () => [], page: async () => [], lists: {} };
const conflict = new GraphError('CONFLICT');

/** A department that says what its services were asked. */
const source: OwnerSource<CourtInMemory> = {
  ...nothing,
  tickets: {
    byNumber: async ({ ticketNo, queryCode }) => [{ said: `${ticketNo} ${queryCode}` } as never],
    byOffice: async ({ first, after }) => [{ said: `${first} ${after}` } as never],
    create: async ({ kind }) => [{ said: kind } as never],
  },
  requestFileReading: async () => {
    throw conflict;
  },
};
const QUESTIONS: readonly OwnerQuestion[] = [
  { ask: 'ticket', ticketNo: 'PT12368-2025-000001', queryCode: null },
  { ask: 'officeTickets', first: 20, after: null },
  { ask: 'createTicket', ticket: { kind: 'COMPLAINT', text: 't', recordNos: [], idempotencyKey: 'k' } },
  {
    ask: 'requestFileReading',
    request: { caseUid: 'ZF-1', statement: 's', recordNos: [], startsAt: null, idempotencyKey: 'k' },
  },
];

function ask(of: OwnerSource<CourtInMemory>, question: OwnerQuestion, signer: 'casework' | 'gateway' = 'casework') {
  const context = new CourtInMemory({ envelope: { ...LIN, signer } });
  return answerOwner(of, question, context).catch((error: Error) => error);
}

it('casework asks a department’s services', async () => {
  const answers = await Promise.all(QUESTIONS.map((question) => ask(source, question)));
  const said = ['PT12368-2025-000001 null', '20 null', 'COMPLAINT'].map((text) => [{ said: text }]);
  expect(answers).toEqual([...said, conflict]);
});

it('a department without them answers nothing', async () => {
  expect(await Promise.all(QUESTIONS.map((question) => ask(nothing, question)))).toEqual([[], [], [], []]);
});

it('they are not for the gateway', async () => {
  const refused = { code: 'FORBIDDEN' };
  const answers = await Promise.all(QUESTIONS.map((question) => ask(source, question, 'gateway')));
  expect(answers).toMatchObject([refused, refused, refused, refused]);
});
