import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import { type AxisServer, startAxis } from '#tests/legacy/axis/start.ts';
import { failureOf, thrownBy } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { at } from '#tests/legacy/value-case.ts';
import { type Clients, openClients, ours } from '#tests/legacy/values.ts';

let server: AxisServer;
let clients: Clients;
beforeAll(async () => {
  server = await startAxis();
  clients = await openClients(server);
});
afterAll(async () => {
  await clients?.ours.close();
  await server?.stop();
});
const read = (name: string) => ours(clients.ours, 'read', { name });

itReadsAndWrites('Axis 1.4 RPC/encoded', [
  {
    values: 'fault with typed detail',
    ours: async () => faultOf(await thrownBy(read('refused')))?.detail['legacy.Refused'],
    alone: async () => {
      const error = await thrownBy(clients.alone.call('read', { name: 'refused' }));
      return at(error, 'root', 'Envelope', 'Body', 'Fault', 'detail', 'legacy.Refused');
    },
    expected: { '#type': '{urn:legacy:types}Refused', code: '9007199254740993', reason: '案号<不>存在' },
  },
  {
    values: 'arguments and answers of simple types',
    ours: async () => ours(clients.ours, 'next', { count: '9007199254740993' }),
    alone: () => clients.alone.call('next', { count: '9007199254740993' }),
    expected: { nextReturn: '9007199254740994' },
  },
  {
    values: 'arrays as arguments and answers',
    ours: async () => ours(clients.ours, 'reverse', { names: ['甲', null, '<乙>'] }),
    alone: () => clients.alone.call('reverse', { names: ['甲', null, '<乙>'] }),
    expected: { reverseReturn: ['<乙>', null, '甲'] },
  },
]);

describe('Axis’s failures', () => {
  it.each(['refused', 'no such values'])('show nothing of its stack in an error: %s', async (name) => {
    const error = await thrownBy(read(name));
    expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
    expect(inspect(error, { depth: null, showHidden: true })).not.toMatch(/org\.apache|legacy\.ValuesService|存在/);
  });

  it('do not go round in circles', async () => {
    await expect(failureOf(read('cycle'))).resolves.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID' });
  });
});
