import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serve } from '#service/http/testing.fixture.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { createOwnerClient, type OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import {
  askFileReading,
  askNewTicket,
  askOfficeTickets,
  askTicket,
} from '#subgraphs/casework/owners/service-questions.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';

const COURT = OWNERS.find(({ system }) => system === '12368') as Owner;
const TICKET = { kind: 'COMPLAINT', text: 't', recordNos: [], idempotencyKey: 'k' };
const READING = { caseUid: 'ZF-1', statement: 's', recordNos: [], startsAt: null, idempotencyKey: 'k' };

let answer: unknown;
let server: Awaited<ReturnType<typeof serve>>;
let client: OwnerClient;
beforeAll(async () => {
  server = await serve(async (request, response) => {
    urls.push(request.url);
    await text(request);
    response.end(JSON.stringify(answer));
  });
  client = createOwnerClient({
    addresses: { court: `${server.url}graphql` },
    envelopes: { sign: async () => 'envelope' },
  });
});
afterAll(async () => {
  await server.close();
  await client.close();
});
const urls: (string | undefined)[] = [];
const asking = () => ({ client, caller: LIN });

it('a ticket that is not there, or not shown, is null; its code stands in no address', async () => {
  answer = { answer: [] };
  expect(await askTicket(asking(), COURT, { ticketNo: 'PT12368-2025-000001', queryCode: 'QR4T9W' })).toBeNull();
  answer = { answer: [{ ticketNo: 'PT12368-2025-000001' }] };
  expect(await askTicket(asking(), COURT, { ticketNo: 'PT12368-2025-000001', queryCode: 'QR4T9W' })).toEqual({
    ticketNo: 'PT12368-2025-000001',
  });
  expect(new Set(urls)).toEqual(new Set(['/owner']));
});

describe('what an owner refuses', () => {
  const refusal = (code: string) => ({ errors: [{ message: '不可以。', extensions: { code, en: 'No.' } }] });

  it.each(['BAD_USER_INPUT', 'CONFLICT', 'NOT_FOUND', 'FORBIDDEN'])('%s is told in its own words', async (code) => {
    answer = refusal(code);
    const told = { code, message: '不可以。', en: 'No.' };
    await expect(askNewTicket(asking(), COURT, TICKET)).rejects.toMatchObject(told);
    await expect(askFileReading(asking(), COURT, READING)).rejects.toMatchObject(told);
  });

  it.each([
    ['INTERNAL', 'DEPARTMENT_UNAVAILABLE'],
    ['constructor', 'DEPARTMENT_UNAVAILABLE'],
    ['DEPARTMENT_TIMEOUT', 'DEPARTMENT_TIMEOUT'],
  ])('%s is its department’s failure', async (code, told) => {
    answer = refusal(code);
    await expect(askNewTicket(asking(), COURT, TICKET)).rejects.toMatchObject({ code: told, department: 'COURT' });
  });

  it('a question is refused in no words of the owner’s', async () => {
    answer = refusal('BAD_USER_INPUT');
    await expect(askOfficeTickets(asking(), COURT, { first: 1, after: null })).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
    });
  });
});

it('an owner that does not say what it did has not answered', async () => {
  answer = { answer: [] };
  await expect(askNewTicket(asking(), COURT, TICKET)).rejects.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID' });
});
