import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

const ASKED = '（2025）鲁9999刑初999901号' as CourtCaseNo;
const OTHER = '（2025）鲁9999刑初999902号';

const hearingsOf = (number: string) => `<AJ><AH>${number}</AH><KTLB/></AJ>`;
const list = (count: number, cases: string) => `<JLS>${count}</JLS><AJLB>${cases}</AJLB>`;

/** What the port makes of a reply to the question for hearings. */
async function read(reply: string) {
  const body = `<cxKtXxResponse xmlns="urn:court-12368:ajcx">${reply}</cxKtXxResponse>`;
  const xml = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(xml));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const court = await createCourtSystem({ endpoint, user: 'graph', password: 'demo' });
  try {
    return await court.hearingsByCase([ASKED], { requestId: 'test', caller: 'caller', rights: 'rights' });
  } finally {
    await court.close();
    server.close();
  }
}

it.each([['（2025）鲁9999刑初999901号'], ['(2025)鲁9999刑初999901号'], [' ［2025］ 鲁９９９９ 刑初 999901 号 ']])(
  'a reply for %s is the answer',
  async (written) => {
    expect(await read(list(1, hearingsOf(written)))).toEqual(new Map([[ASKED, []]]));
  },
);

it('an empty list is an answer', async () => {
  expect(await read(list(0, ''))).toEqual(new Map());
});

it.each<[string, string]>([
  ['a case that was not asked for', list(1, hearingsOf(OTHER))],
  ['one case twice', list(2, hearingsOf(ASKED).repeat(2))],
  ['a case without a number', list(1, hearingsOf(''))],
  ['fewer cases than it says', list(2, hearingsOf(ASKED))],
  ['no count', `<AJLB>${hearingsOf(ASKED)}</AJLB>`],
  ['no list', '<JLS>0</JLS>'],
  ['nothing', ''],
  ['a case without the list of its hearings', list(1, `<AJ><AH>${ASKED}</AH></AJ>`)],
])('a reply with %s is refused', async (_what, reply) => {
  await expect(read(reply).then((found) => found.get(ASKED))).rejects.toMatchObject({
    code: 'DEPARTMENT_DATA_INVALID',
    department: 'COURT',
    system: '12368',
    retryable: false,
  });
});
