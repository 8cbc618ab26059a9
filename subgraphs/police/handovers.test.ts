import { describe, expect, it } from '@jest/globals';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { asker } from '#subgraphs/kit/asker.fixture.ts';
import type { LedgerPage } from '#subgraphs/kit/owner-source.ts';
import { BUREAU, CENTRE, custody, handover, type Kept, kept, PROCURATORATE } from '#subgraphs/police/cases.fixture.ts';
import { police, request } from '#subgraphs/police/police.fixture.ts';
import { NO_3, WORLD } from '#subgraphs/police/world.fixture.ts';

const MA = asker('detention.ma');
const numbered = (serial: number) => `A37999900000020250${String(60000 + serial)}`;

/** A case with one person held at a centre, and one hand-over. */
const held = (serial: number, override: Parameters<typeof custody>[1] & { isDone?: boolean } = {}, facts = {}): Kept =>
  kept(numbered(serial), {
    facts,
    custodies: [
      custody(numbered(serial), {
        handovers: [handover(`HY${String(serial).padStart(3, '0')}`, '2025-06-02', override.isDone)],
        ...override,
      }),
    ],
  });

async function ledger(cases: readonly Kept[], page: Partial<LedgerPage> = {}, envelope: VerifiedEnvelope = MA) {
  const system = police(cases);
  const asked = request(system, envelope);
  const rows = await asked.askOwner({ ask: 'handovers', pendingOnly: true, first: 50, after: null, ...page });
  const keys = rows.map(({ handover: each }) => (each as { handoverUid: string }).handoverUid);
  return { rows, keys, calls: system.calls, rules: asked.rules() };
}

it('the one row of the demo: 钱拟癸, whose second return nobody took over (WORLD 4.1)', async () => {
  const { rows, calls, rules } = await ledger(WORLD);
  expect(rows).toEqual([
    {
      partyKey: `${NO_3}#1`,
      handover: {
        handoverUid: 'police:HY2',
        from: PROCURATORATE,
        to: BUREAU,
        reason: '第二次退回补充侦查',
        sentAt: '2025-05-30T09:00:00+08:00',
        takenOverAt: null,
        receiptAt: null,
      },
    },
  ]);
  expect(calls).toEqual([`handovers ${CENTRE} true 50 null`, 'facts 1']);
  expect(rules).toEqual(['CustodyHandover permit permit.detention-centre']);
});

it('all hand-overs of those held there, where they are asked for', async () => {
  expect((await ledger(WORLD, { pendingOnly: false })).keys).toEqual(['police:HY1', 'police:HY2']);
});

it.each([1, 20, 50])('%i rows cost one page and one facts call', async (count) => {
  const cases = Array.from({ length: count }, (_, index) => held(index));
  const { rows, calls } = await ledger(cases);
  expect(rows).toHaveLength(count);
  expect(calls).toEqual([expect.stringContaining('handovers'), `facts ${count}`]);
});

it('of whom the case’s own facts do not say that the centre holds them, nothing', async () => {
  const facts = { custodies: [{ partyKey: '1', detentionCentre: CENTRE }] };
  expect((await ledger([held(1, { partyKey: '2' }, facts), held(2, {}, facts)])).keys).toEqual(['police:HY002']);
});

describe('pages', () => {
  const cases = Array.from({ length: 6 }, (_, index) => held(index, {}, { sealed: index === 1 || index === 2 }));

  it('are filled behind rows that are not shown', async () => {
    const { keys, calls } = await ledger(cases, { first: 3 });
    expect(keys).toEqual(['police:HY000', 'police:HY003', 'police:HY004']);
    expect(calls.filter((call) => call.startsWith('handovers'))).toEqual([
      `handovers ${CENTRE} true 3 null`,
      `handovers ${CENTRE} true 2 HY002`,
    ]);
  });

  it('go on behind a row, and end', async () => {
    expect((await ledger(cases, { first: 3, after: 'police:HY004' })).keys).toEqual(['police:HY005']);
  });
});

describe('rows that are not shown', () => {
  it.each<[string, Kept, string]>([
    ['of a sealed case', held(1, {}, { sealed: true }), 'deny.sealed'],
    ['of a labelled one', held(1, {}, { labelled: true }), 'deny.secrecy-label'],
    ['of whom the facts do not hold here any more', held(1, {}, { custodies: [] }), 'deny.not-handler-of-case'],
  ])('%s', async (_what, content, rule) => {
    const { rows, rules } = await ledger([content]);
    expect({ rows, rules }).toEqual({ rows: [], rules: [`CustodyHandover deny ${rule}`] });
  });

  it('of another centre: it is not even asked for', async () => {
    const { rows, rules } = await ledger([held(1, { detentionCentre: 'DETENTION-439999' })]);
    expect({ rows, rules }).toEqual({ rows: [], rules: [] });
  });

  it('of a case, within x-case: casework asks by the case', async () => {
    const { rows, rules } = await ledger(WORLD, {}, asker('detention.ma', { onlyCase: 'ZF-2025-000003' }));
    expect({ rows, rules }).toEqual({ rows: [], rules: ['CustodyHandover deny deny.other-case'] });
  });
});

describe('who may ask', () => {
  const nobody = { ...MA, principal: { ...MA.principal, agency: null } };
  it.each<[string, VerifiedEnvelope, string]>([
    ['an investigator', asker('police.wang'), 'FORBIDDEN'],
    ['a judge', asker('court.lin'), 'FORBIDDEN'],
    ['an officer without a purpose', asker('detention.ma', { purpose: null }), 'PURPOSE_REQUIRED'],
    ['an officer of no agency', nobody, 'FORBIDDEN'],
    ['the gateway', asker('detention.ma', { signer: 'gateway' }), 'FORBIDDEN'],
  ])('not %s', async (_who, envelope, code) => {
    const system = police(WORLD);
    const asked = request(system, envelope).askOwner({ ask: 'handovers', pendingOnly: true, first: 50, after: null });
    await expect(asked).rejects.toMatchObject({ code });
    expect(system.calls).toEqual([]);
  });
});

it('a system that fails is the department’s error', async () => {
  const failure = new DepartmentError('DEPARTMENT_TIMEOUT', { department: 'POLICE', system: 'police' });
  const asked = request(police(WORLD, failure), MA).askOwner({
    ask: 'handovers',
    pendingOnly: true,
    first: 50,
    after: null,
  });
  await expect(asked).rejects.toBe(failure);
});
