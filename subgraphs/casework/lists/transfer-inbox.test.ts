import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import type { OwnerInboxEntry, OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const KEY_13 = 'T-2025-000013';
const HAN = party('韩', { keys: [{ system: '12309', key: `${KEY_13}#01` }] });
const ROW = 'transferUid kind status case { caseUid kind } checklist { label present } parties { partyUid }';

function transfer(key: string, override: Partial<OwnerTransfer> = {}): OwnerTransfer {
  return {
    ...{ transferUid: `12309:${key}`, kind: 'PROSECUTION_REFERRAL', status: 'DELIVERED', round: null },
    ...{ from: 'POLICE-379999', to: 'PROC-379999', replaces: null, documents: [] },
    sentAt: '2025-06-16T08:30:00+08:00',
    receivedAt: '2025-06-16T08:40:00+08:00',
    partyKeys: [`${KEY_13}#01`],
    checklist: [{ code: '05', label: '随案移送清单', required: true, present: false, note: null }],
    ...override,
  };
}
const entry = (recordNo: string): OwnerInboxEntry => ({ recordNo, transfer: transfer(recordNo) });
const SHOWN = { transferUid: `12309:${KEY_13}`, kind: 'PROSECUTION_REFERRAL', status: 'DELIVERED' };
const GAP = { checklist: [{ label: '随案移送清单', present: false }] };

/** A question by proc.intake, whose inbox holds the package of case 13. */
async function ask(query: string, world: World = {}) {
  const lists = { '12309': { transfers: [transfer(KEY_13)] } };
  const { context, calls } = casework({
    ...demoWorld(13, 'proc.intake'),
    ...{ parties: [HAN], lists, inbox: [entry(KEY_13)] },
    ...world,
  });
  const { data, errors = [] } = await respond(
    { schema: caseworkSchema } as Subgraph,
    { query: `{ ${query} }` },
    context,
  );
  const inbox = JSON.parse(JSON.stringify(data?.transferInbox ?? null)) as { transferUid: string }[] | null;
  return { inbox, errors: errors.map(publicError), calls, uids: inbox?.map(({ transferUid }) => transferUid) };
}

it('what came in, the case it belongs to and what is missing', async () => {
  const { inbox, errors, calls } = await ask(`transferInbox(status: DELIVERED) { ${ROW} }`);
  expect({ inbox, errors }).toEqual({
    inbox: [
      { ...SHOWN, ...GAP, case: { caseUid: 'ZF-2025-000013', kind: 'CRIMINAL' }, parties: [{ partyUid: 'PT-韩' }] },
    ],
    errors: [],
  });
  expect(calls).toEqual([
    '12309 inbox',
    `registry INCOMING_TRANSFER ${KEY_13}`,
    `12309 facts ${KEY_13}`,
    'parties ZF-2025-000013',
  ]);
});

describe('the case of a package', () => {
  it('is null where the registry does not know it, and so are its parties and what answers it', async () => {
    const row = `${ROW} answeredBy { kind } replaces { kind }`;
    const { inbox, errors, calls } = await ask(`transferInbox { ${row} }`, { inbox: [entry('T-NEW')] });
    const unknown = { case: null, parties: null, answeredBy: null, replaces: null };
    expect({ inbox, errors }).toEqual({
      inbox: [{ ...SHOWN, ...GAP, ...unknown, transferUid: '12309:T-NEW' }],
      errors: [],
    });
    expect(calls).toEqual(['12309 inbox', 'registry INCOMING_TRANSFER T-NEW']);
  });

  it.each<[string, World]>([
    ['sealed', { rows: demoWorld(13, 'proc.intake').rows.map((row) => ({ ...row, sealed: true })) }],
    ['not the caller’s', { facts: { '12309': [] } }],
  ])('leaves the row out where it is %s', async (_what, world) => {
    expect((await ask('transferInbox { transferUid }', world)).uids).toEqual([]);
  });

  it('tells what takes the place of what, with one question for all its hand-overs', async () => {
    const [before, after] = [transfer('T-1', { status: 'FORM_REJECTED' }), transfer(KEY_13, { replaces: '12309:T-1' })];
    const { inbox, calls } = await ask('transferInbox { replaces { transferUid status } answeredBy { kind } }', {
      inbox: [{ recordNo: KEY_13, transfer: after }],
      lists: { '12309': { transfers: [before, { ...after, sentAt: '2025-06-17T08:30:00+08:00' }] } },
    });
    expect(inbox).toEqual([{ replaces: { transferUid: '12309:T-1', status: 'FORM_REJECTED' }, answeredBy: [] }]);
    expect(calls.filter((call) => call.includes('transfers'))).toEqual([`12309 transfers ${KEY_13}`]);
  });
});

describe('within x-case', () => {
  const only = (onlyCase: string): World => ({ envelope: { ...demoWorld(13, 'proc.intake').envelope, onlyCase } });
  const UID = 'ZF-2025-000013';

  it('the same row, by the case', async () => {
    const [within, whole] = [await ask(`transferInbox { ${ROW} }`, only(UID)), await ask(`transferInbox { ${ROW} }`)];
    expect(within.inbox).toEqual(whole.inbox);
    expect(within.calls).not.toContain('12309 inbox');
  });

  it('only what waits there, by key, as it is asked for', async () => {
    const transfers = [
      transfer('T-4', { kind: 'ARREST_REQUEST', sentAt: '2025-06-12T08:00:00+08:00' }),
      transfer('T-3', { status: 'SUPPLEMENTED', sentAt: '2025-06-13T08:00:00+08:00' }),
      transfer('T-2', { status: 'COMPLETED', sentAt: '2025-06-10T08:00:00+08:00' }),
      transfer('T-1', { to: 'PROC-439999' }),
    ];
    const uids = async (args: string) =>
      (await ask(`transferInbox${args} { transferUid }`, { ...only(UID), lists: { '12309': { transfers } } })).uids;
    expect(await uids('')).toEqual(['12309:T-3', '12309:T-4']);
    expect(await uids('(first: 1)')).toEqual(['12309:T-3']);
    expect(await uids('(after: "12309:T-3")')).toEqual(['12309:T-4']);
    expect(await uids('(kind: ARREST_REQUEST)')).toEqual(['12309:T-4']);
    expect(await uids('(status: SUPPLEMENTED)')).toEqual(['12309:T-3']);
  });

  it('no row of another case', async () => {
    expect((await ask('transferInbox { transferUid }', only('ZF-2025-000099'))).uids).toEqual([]);
  });
});

it.each([
  ['more rows than a page holds', '(first: 101)', /1 to 100/],
  ['none', '(first: 0)', /1 to 100/],
  ['a cursor that is none', '(after: "韩拟戌")', /transferUid/],
])('%s is bad input, and asks nobody', async (_what, args, sentence) => {
  const { inbox, errors, calls } = await ask(`transferInbox${args} { transferUid }`);
  expect({ inbox, calls }).toEqual({ inbox: null, calls: [] });
  expect(errors).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', en: expect.stringMatching(sentence) }),
    }),
  ]);
  expect(JSON.stringify(errors)).not.toContain('韩拟戌');
});

it('a procuratorate that fails leaves an error in the place of the inbox', async () => {
  const failure = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'PROCURATORATE', system: '12309' });
  const { inbox, errors } = await ask('transferInbox { transferUid }', { inbox: failure });
  expect(inbox).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ path: ['transferInbox'], extensions: failure.toExtensions() })]);
});
