import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { ProcuratorateSystem } from '#adapters/systems/procuratorate-12309/port.ts';
import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';

const ASKED = '虚检刑诉受〔2025〕379999000011号' as AcceptanceNo;
const OTHER = '虚检刑诉受〔2025〕379999000012号';
const call = { requestId: 'test', caller: 'caller', rights: 'rights' };
const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'PROCURATORATE', system: '12309', retryable: false };

/** What the port makes of a reply with this document in it; in UTF-8, since only the document matters here. */
async function read<Answer>(
  operation: string,
  reply: string,
  ask: (procuratorate: ProcuratorateSystem) => Promise<Answer>,
): Promise<Answer> {
  const text = `<XY>${reply}</XY>`.replaceAll('<', '&lt;');
  const response = `<n:${operation}Response xmlns:n="urn:procuratorate-12309:jcfw"><${operation}Return>${text}</${operation}Return></n:${operation}Response>`;
  const xml = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${response}</s:Body></s:Envelope>`;
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/xml' }).end(xml));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const procuratorate = await createProcuratorateSystem({ endpoint, user: 'graph', password: 'demo' });
  try {
    return await ask(procuratorate);
  } finally {
    await procuratorate.close();
    server.close();
  }
}

const list = (count: number | string, records: string) => `<JGM>0</JGM><JLS>${count}</JLS><SJ>${records}</SJ>`;

describe('a list', () => {
  const partiesOf = (number: string) => `<AJ><BMSAH>${number}</BMSAH><RYLB/></AJ>`;
  const readList = (reply: string) => read('cxRyXx', reply, (port) => port.partiesByCase([ASKED], call));

  it.each([[ASKED], ['虚检刑诉受[2025]379999000011号'], [' 虚检刑诉受［２０２５］ 379999000011 号 ']])(
    'for %s is the answer',
    async (written) => {
      expect(await readList(list(1, partiesOf(written)))).toEqual(new Map([[ASKED, []]]));
    },
  );

  it('may be empty', async () => {
    expect(await readList(list(0, ''))).toEqual(new Map());
  });

  it.each([
    ['a case that was not asked for', list(1, partiesOf(OTHER))],
    ['one case twice', list(2, partiesOf(ASKED).repeat(2))],
    ['a case without a number', list(1, partiesOf(''))],
    ['fewer cases than it says', list(2, partiesOf(ASKED))],
    ['more cases than it says', list(0, partiesOf(ASKED))],
    ['no count', list('', partiesOf(ASKED))],
    ['no data', '<JGM>0</JGM><JLS>0</JLS>'],
    ['no result code', '<JLS>0</JLS><SJ/>'],
    ['a result code that is almost one', '<JGM>00</JGM><JLS>0</JLS><SJ/>'],
    ['nothing', ''],
    ['a case without the list of its people', list(1, `<AJ><BMSAH>${ASKED}</BMSAH></AJ>`)],
  ])('with %s is refused', async (_what, reply) => {
    const asked = readList(reply).then((found) => found.get(ASKED));
    await expect(asked).rejects.toMatchObject(invalid);
  });

  it('is a failure with −1, whatever else it holds', async () => {
    const failed = readList(list(1, partiesOf(ASKED)).replace('<JGM>0', '<JGM>-1'));
    await expect(failed).rejects.toMatchObject({ ...invalid, code: 'DEPARTMENT_UNAVAILABLE', retryable: true });
  });
});

describe('a page', () => {
  const review = (number: string) =>
    `<AJ><BMSAH>${number}</BMSAH><LB>2</LB><DWDM>379999</DWDM><SFFC>0</SFFC><AJZT>21</AJZT><CBRLB/><HBLB/><LSLB/><GALB/><SAHLB/><RYLB/></AJ>`;
  const readPage = (reply: string) => read('cxAjFy', reply, (port) => port.page(ASKED, 1, call));

  it('holds what comes after the key', async () => {
    expect(await readPage(list(1, review(OTHER)))).toMatchObject([{ recordNo: OTHER, recordKey: OTHER }]);
  });

  it('goes on behind a number as it is written', async () => {
    const written = OTHER.replace('〔', '[').replace('〕', ']');
    expect(await readPage(list(1, review(written)))).toMatchObject([{ recordNo: OTHER, recordKey: written }]);
  });

  it('keeps the place of a record whose own number cannot be read', async () => {
    expect(await readPage(list(1, review('虚检刑诉受〔2025〕37999号')))).toEqual([
      { key: '虚检刑诉受〔2025〕37999号', error: expect.objectContaining(invalid) },
    ]);
  });

  it('loses the record alone whose bytes are wrong', async () => {
    const spoiled = review(OTHER).replace('<AJZT>21', '<AJZT>2\ufffd');
    expect(await readPage(list(1, spoiled))).toEqual([
      expect.objectContaining({ key: OTHER, error: expect.objectContaining(invalid) }),
    ]);
  });

  it.each([
    ['the key itself again, so that it would never end', list(1, review(ASKED))],
    ['more than was asked for', list(2, review(OTHER) + review('虚检刑诉受〔2025〕379999000013号'))],
    ['one record twice', list(2, review(OTHER).repeat(2))],
    ['a record without a number', list(1, review(' '))],
  ])('with %s is refused', async (_what, reply) => {
    await expect(readPage(reply)).rejects.toMatchObject(invalid);
  });
});

it('a request is refused in the words of its user where XML cannot carry it', async () => {
  const ticket = {
    ...({
      kind: 'LEGAL_CONSULTATION',
      agencyCode: 'PROC-379999',
      caseNo: null,
      text: 'a\u0001',
      complainant: null,
    } as const),
    idempotencyKey: 'k',
  };
  const refused = read('tjGd', '', (port) => port.createTicket(ticket, call));
  await expect(refused).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('控制字符') });
});
