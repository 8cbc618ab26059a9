import { afterAll, beforeAll } from '@jest/globals';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import { type CxfServer, startCxf, WSDL } from '#tests/legacy/cxf/start.ts';
import { thrownBy } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { at } from '#tests/legacy/value-case.ts';
import { type Clients, openClients, ours } from '#tests/legacy/values.ts';

let server: CxfServer;
let wrapped: Clients;
let bare: Clients;
let rpc: Clients;
let zipped: Clients;
beforeAll(async () => {
  server = await startCxf();
  const { http, bareWsdl, rpcWsdl } = server;
  wrapped = await openClients({ wsdl: WSDL, endpoint: `${http}wrapped` });
  bare = await openClients({ wsdl: bareWsdl, endpoint: `${http}bare`, alone: { forceSoap12Headers: true } });
  rpc = await openClients({ wsdl: rpcWsdl, endpoint: `${http}rpc` });
  zipped = await openClients({ wsdl: WSDL, endpoint: `${http}gzip` });
});
afterAll(async () => {
  for (const clients of [wrapped, bare, rpc, zipped]) await clients?.ours.close();
  await server?.stop();
});
const faultFrom = (error: unknown) => at(error, 'root', 'Envelope', 'Body', 'Fault');

itReadsAndWrites('CXF wrapped', [
  {
    values: 'fault with typed detail',
    ours: async () => faultOf(await thrownBy(ours(wrapped.ours, 'read', { what: 'refused' })))?.detail,
    alone: async () => at(faultFrom(await thrownBy(wrapped.alone.call('read', { what: 'refused' }))), 'detail'),
    expected: { refusal: { code: '9007199254740993', reason: '案号<不>存在' } },
  },
  {
    values: 'replies compressed',
    ours: async () => at(await ours(zipped.ours, 'read', { what: 'choice' }), 'values', 'phone'),
    alone: async () => at(await zipped.alone.call('read', { what: 'choice' }), 'values', 'phone'),
    expected: '13900000000',
  },
  {
    values: '10,000 records',
    ours: async () => count(await ours(wrapped.ours, 'rows', { count: '10000' })),
    alone: async () => count(await wrapped.alone.call('rows', { count: '10000' })),
    expected: '10000',
  },
]);
itReadsAndWrites('CXF bare, SOAP 1.2', [
  {
    values: 'fault with codes below its code',
    ours: async () => {
      const fault = faultOf(await thrownBy(ours(bare.ours, 'read', { '#text': 'refused' })));
      return [fault?.code, ...(fault?.subcodes ?? []), fault?.detail.caseNumber];
    },
    alone: async () => {
      const fault = faultFrom(await thrownBy(bare.alone.call('read', { '#text': 'refused' })));
      return [at(fault, 'Code', 'Value'), at(fault, 'Code', 'Subcode', 'Value'), at(fault, 'Detail', 'caseNumber')];
    },
    expected: ['Sender', 'NoSuchCase', '<甲>'],
  },
]);
itReadsAndWrites('CXF RPC/literal', [
  {
    values: 'arguments and answers of simple types',
    ours: () => ours(rpc.ours, 'add', { one: '9007199254740993', other: '-1' }),
    alone: () => rpc.alone.call('add', { one: '9007199254740993', other: '-1' }),
    expected: { sum: '9007199254740992' },
  },
]);

function count(answer: unknown): string {
  const party = at(answer, 'values', 'party');
  return String(Array.isArray(party) ? party.length : 0);
}
