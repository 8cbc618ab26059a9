import { describe, expect, it } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { casework, demoWorld, type World } from '#subgraphs/casework/casework.fixture.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import type { OwnerTransfer } from '#subgraphs/kit/owner-rows.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

const CASE_3 = 'ZF-2025-000003';

/** The second return of case 3 as one side recorded it. */
function recorded(system: string, key: string, override: Partial<OwnerTransfer> = {}): OwnerTransfer {
  return {
    ...{ transferUid: `${system}:${key}`, kind: 'SUPPLEMENT_RETURN', status: 'ACCEPTED', round: 2 },
    ...{ from: 'PROC-379999', to: 'POLICE-379999', replaces: null, documents: [], partyKeys: [], checklist: [] },
    ...{ sentAt: '2025-05-30T09:00:00+08:00', receivedAt: '2025-05-30T15:00:00+08:00' },
    ...override,
  };
}
const LISTS = {
  police: { transfers: [recorded('police', 'YS-2')] },
  '12309': { transfers: [recorded('12309', 'T-2', { status: 'DELIVERED' })] },
};

async function ask(username: string, transferUid: string, world: World = {}) {
  const { context, calls } = casework({ ...demoWorld(3, username), lists: LISTS, ...world });
  const query = `{ transfer(transferUid: "${transferUid}") { transferUid status round case { caseUid } } }`;
  const { data, errors = [] } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
  return { transfer: JSON.parse(JSON.stringify(data?.transfer ?? null)), errors: errors.map(publicError), calls };
}

const RETURN = { transferUid: 'police:YS-2', status: 'ACCEPTED', round: 2, case: { caseUid: CASE_3 } };

it('one hand-over, by the uid of a list', async () => {
  const { transfer, errors } = await ask('police.fa', 'police:YS-2');
  expect({ transfer, errors }).toEqual({ transfer: RETURN, errors: [] });
});

it('the sender’s copy, which a list shows while the receiver does not answer, is found by its own uid too', async () => {
  const { transfer } = await ask('police.fa', '12309:T-2');
  expect(transfer).toMatchObject({ transferUid: '12309:T-2', status: 'DELIVERED' });
});

describe('absent', () => {
  it('is one of a case that the caller may not see, as one that does not exist, at the same cost', async () => {
    const uids = ['police:YS-2', 'police:YS-9'];
    const [denied, none] = await Promise.all(uids.map((uid) => ask('police.liu', uid)));
    expect([denied, none].map((each) => [each?.transfer, each?.errors])).toEqual([
      [null, []],
      [null, []],
    ]);
    const kinds = (calls: readonly string[] = []) => calls.map((call) => call.replace(/ \S+$/, ''));
    expect(kinds(denied?.calls)).toEqual(kinds(none?.calls));
  });

  it('is one of a sealed case', async () => {
    const { rows = [], ...world } = demoWorld(3, 'police.fa');
    const sealed = rows.map((row) => ({ ...row, sealed: true }));
    expect((await ask('police.fa', 'police:YS-2', { ...world, rows: sealed })).transfer).toBeNull();
  });

  it('is one in a view without hand-overs', async () => {
    expect((await ask('legalaid.sun', 'police:YS-2')).transfer).toBeNull();
  });

  it('is all but one case within x-case', async () => {
    const { envelope, ...world } = demoWorld(3, 'police.fa');
    const elsewhere = { ...envelope, onlyCase: 'ZF-2025-000001' };
    expect((await ask('police.fa', 'police:YS-2', { ...world, envelope: elsewhere })).transfer).toBeNull();
  });
});

it('a department that does not answer is an error at the field', async () => {
  const down = new DepartmentError('DEPARTMENT_UNAVAILABLE', { department: 'POLICE', system: 'police' });
  const lists = { ...LISTS, police: { transfers: down } };
  const { errors } = await ask('police.fa', '12309:T-2', { lists });
  expect(errors).toMatchObject([{ path: ['transfer'], extensions: { system: 'police' } }]);
});

it.each(['', 'T-2', 'court:T-2', 'police:', `police:${'x'.repeat(65)}`, 'police:a b'])('%j is no uid', async (uid) => {
  const { transfer, errors, calls } = await ask('police.fa', uid);
  expect([transfer, calls]).toEqual([null, []]);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
