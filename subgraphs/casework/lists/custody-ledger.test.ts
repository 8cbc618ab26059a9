import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import type { OwnerHandover, OwnerLedgerEntry } from '#subgraphs/kit/owner-rows.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const NO_3 = 'A3799990000002025010003';
const QIAN = party('钱', { keys: [{ system: 'police', key: `${NO_3}#1` }] });
const Q5 = `custodyLedger(pendingHandoverOnly: true) {
  handoverUid reason sentAt takenOverAt receiptAt
  party { partyUid person { displayName } custody { heldFor { name } limitTo } }
  from { name } to { name }
}`;

function handover(key: string, override: Partial<OwnerHandover> = {}): OwnerHandover {
  const between = { from: 'PROC-379999', to: 'POLICE-379999', reason: '第二次退回补充侦查' };
  const times = { sentAt: '2025-05-30T09:00:00+08:00', takenOverAt: null, receiptAt: null };
  return { handoverUid: `police:${key}`, ...between, ...times, ...override };
}

const entry = (key: string, partyKey = `${NO_3}#1`): OwnerLedgerEntry => ({ partyKey, handover: handover(key) });
const CUSTODY = {
  partyKey: `${NO_3}#1`,
  detentionCentre: 'DETENTION-379999',
  heldFor: 'PROC-379999',
  limitFrom: '2025-04-30',
  limitTo: '2025-05-30',
  handovers: [
    handover('HY1', { receiptAt: '2025-03-31T15:00:00+08:00' }),
    handover('HY2'),
    handover('HY3', { sentAt: null }),
  ],
};

/** A question by detention.ma, who holds 钱拟癸 in case 3. */
async function ask(query: string, world: World = {}) {
  const demo = demoWorld(3, 'detention.ma');
  const lists = { police: { custody: [CUSTODY] } };
  const { context, calls } = casework({ ...demo, parties: [QIAN], lists, handovers: [entry('HY2')], ...world });
  const { data, errors = [] } = await respond(
    { schema: caseworkSchema } as Subgraph,
    { query: `{ ${query} }` },
    context,
  );
  const ledger = JSON.parse(JSON.stringify(data?.custodyLedger ?? null)) as { handoverUid: string }[] | null;
  return { ledger, errors: errors.map(publicError), calls, uids: ledger?.map(({ handoverUid }) => handoverUid) };
}

const only = (caseUid: string): World => ({
  envelope: { ...demoWorld(3, 'detention.ma').envelope, onlyCase: caseUid },
});

it('Q5: who changed authority without a completed 换押, and the custody of that person', async () => {
  const { ledger, errors, calls } = await ask(Q5);
  expect({ ledger, errors }).toEqual({
    ledger: [
      {
        handoverUid: 'police:HY2',
        reason: '第二次退回补充侦查',
        sentAt: '2025-05-30T09:00:00+08:00',
        takenOverAt: null,
        receiptAt: null,
        party: {
          partyUid: 'PT-钱',
          person: { displayName: '某钱' },
          custody: { heldFor: { name: '虚构县人民检察院' }, limitTo: '2025-05-30' },
        },
        from: { name: '虚构县人民检察院' },
        to: { name: '虚构县公安局' },
      },
    ],
    errors: [],
  });
  expect(calls.filter((call) => call.startsWith('police '))).toEqual([
    'police handovers',
    `police facts ${NO_3}`,
    `police custody ${NO_3}`,
  ]);
});

describe('the party of a row', () => {
  it('is null where the registry does not know the person yet', async () => {
    const { ledger } = await ask('custodyLedger { handoverUid party { partyUid } }', {
      handovers: [entry('HY9', 'new#1')],
    });
    expect(ledger).toEqual([{ handoverUid: 'police:HY9', party: null }]);
  });

  it.each<[string, World]>([
    ['sealed', { rows: demoWorld(3, 'detention.ma').rows.map((row) => ({ ...row, sealed: true })) }],
    ['not the caller’s', { facts: { police: [] } }],
  ])('leaves the row out where its case is %s', async (_what, world) => {
    expect((await ask(Q5, world)).ledger).toEqual([]);
  });
});

describe('within x-case', () => {
  const UID = 'ZF-2025-000003';
  const uids = async (args: string) => (await ask(`custodyLedger${args} { handoverUid }`, only(UID))).uids;

  it('the same row, by the case', async () => {
    const [within, { ledger }] = [await ask(Q5, only(UID)), await ask(Q5, { handovers: [entry('HY2'), entry('HY3')] })];
    expect(within.ledger?.[0]).toEqual(ledger?.[0]);
    expect(within.calls).not.toContain('police handovers');
  });

  it('pages and the receipt count as without', async () => {
    expect(await uids('')).toEqual(['police:HY1', 'police:HY2', 'police:HY3']);
    expect(await uids('(pendingHandoverOnly: true, first: 1)')).toEqual(['police:HY2']);
    expect(await uids('(after: "police:HY1", first: 1)')).toEqual(['police:HY2']);
  });

  it('no row of another case, nor of another centre', async () => {
    expect((await ask(Q5, only('ZF-2025-000099'))).ledger).toEqual([]);
    const elsewhere = { police: { custody: [{ ...CUSTODY, detentionCentre: 'DETENTION-439999' }] } };
    expect((await ask(Q5, { ...only(UID), lists: elsewhere })).ledger).toEqual([]);
  });
});

it.each([
  ['more rows than a page holds', '(first: 101)', /1 to 100/],
  ['none', '(first: 0)', /1 to 100/],
  ['a cursor that is none', '(after: "钱拟癸")', /handoverUid/],
])('%s is bad input, and asks nobody', async (_what, args, sentence) => {
  const { ledger, errors, calls } = await ask(`custodyLedger${args} { handoverUid }`);
  expect(ledger).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', en: expect.stringMatching(sentence) }),
    }),
  ]);
  expect(JSON.stringify(errors)).not.toContain('钱拟癸');
  expect(calls).toEqual([]);
});

it('police who fail leave an error in the place of the ledger', async () => {
  const failure = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'POLICE', system: 'police' });
  const { ledger, errors } = await ask(Q5, { handovers: failure });
  expect(ledger).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ path: ['custodyLedger'], extensions: failure.toExtensions() })]);
});
