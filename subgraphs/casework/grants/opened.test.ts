import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { user } from '#auth/decisions/world.fixture.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { Purpose } from '#schema/purposes.ts';
import { casework, demoWorld, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase, findListed, findReferenced } from '#subgraphs/casework/find-case.ts';
import { myCases } from '#subgraphs/casework/my-cases.ts';
import { partiesOf } from '#subgraphs/casework/party.ts';
import type { RegisteredCase } from '#subgraphs/casework/registry/registry.ts';

const SEALED = 'ZF-2025-000004';
const CHECK: LiveGrant = {
  ...{ grantUid: 'G-4', kind: 'RECORD_CHECK', caseUid: SEALED, agency: 'COURT-379999' },
  ...{ fields: [], until: '2999-01-01T00:00:00+08:00' },
};
const GLASS: LiveGrant = { ...CHECK, grantUid: 'G-7', kind: 'BREAK_GLASS', caseUid: 'ZF-2025-000010' };

interface Asked {
  readonly name: string;
  readonly caseNo: number;
  readonly purpose?: Purpose;
  readonly onlyCase?: string | null;
  readonly grants?: World['grants'];
  readonly row?: Partial<RegisteredCase>;
  readonly world?: World;
}

/** The case by its caseUid, for a caller with these grants: what it opens, by which rule and grant, and how the log names it. */
async function ask({ name, caseNo, purpose, onlyCase, grants = [], row = {}, world = {} }: Asked) {
  const of = demoWorld(caseNo, name);
  const [known] = of.rows;
  const within = onlyCase === undefined ? known.caseUid : onlyCase;
  const asked = casework({
    ...{ ...of, rows: [{ ...known, ...row }], grants, ...world },
    envelope: { ...user(name, purpose), onlyCase: within },
  });
  const found = await findCase(asked.context, 'CASE_UID', known.caseUid);
  const record = asked.context.auditRecords.at(-1);
  return { view: found?.view ?? null, rule: record?.rule, grant: record?.grant, named: record?.case, found, ...asked };
}

describe('RECORD_CHECK', () => {
  const check = (asked: Partial<Asked> = {}) =>
    ask({ name: 'court.zhou', caseNo: 4, purpose: 'RECORD_CHECK', grants: [CHECK], row: { sealed: true }, ...asked });

  it('opens the one sealed case to its holder; the log names it by its audit id', async () => {
    const { view, rule, grant, named, found } = await check();
    expect({ view, rule, grant }).toEqual({ view: 'RECORD_CHECK', rule: 'permit.record-check', grant: 'G-4' });
    expect(named).toMatch(/^A-[\w-]{43}$/);
    expect(found?.findings.grants).toBe(JSON.stringify([CHECK]));
    expect(found?.findings.records.every(({ sealed }) => sealed)).toBe(true);
  });

  it.each(['COURT-379999', 'POLICE-379999', 'PROC-379999'])(
    'opens no case that the registry alone knows to be sealed: %s has a record of it, but nobody says that it sealed it',
    async (agency) => {
      const { rows } = demoWorld(1, 'court.lin');
      const asked = { name: 'court.lin', caseNo: 1, row: { ...rows[0], sealed: true } };
      expect(await ask(asked)).toMatchObject({ view: null, rule: 'deny.sealed' });
      const grants = [{ ...CHECK, agency, caseUid: rows[0].caseUid }];
      expect(await ask({ ...asked, grants, purpose: 'RECORD_CHECK' })).toMatchObject({
        view: null,
        rule: 'deny.sealed',
      });
    },
  );

  it('whoever seals it: the registry, or one record', async () => {
    expect(await check({ row: { sealed: false } })).toMatchObject({ view: 'RECORD_CHECK' });
  });

  it.each<[string, Partial<Asked>, string]>([
    ['without a grant', { grants: [] }, 'deny.sealed'],
    ['for another purpose', { purpose: 'HANDLE_CASE' }, 'deny.sealed'],
    ['by a grant for another case', { grants: [{ ...CHECK, caseUid: 'ZF-2025-000001' }] }, 'deny.sealed'],
    ['by a grant that has ended', { grants: [{ ...CHECK, until: '2025-01-01T00:00:00+08:00' }] }, 'deny.sealed'],
    [
      'by the head of an agency that has sealed nothing of it',
      { grants: [{ ...CHECK, agency: 'COURT-3799' }] },
      'deny.sealed',
    ],
    ['by a grant of another kind', { grants: [{ ...CHECK, kind: 'UNMASK' }] }, 'deny.sealed'],
    ['by a broken glass', { grants: [{ ...GLASS, caseUid: SEALED }], purpose: 'HANDLE_CASE' }, 'deny.sealed'],
    ['within another case', { onlyCase: 'ZF-2025-000001' }, 'deny.other-case'],
    ['without x-case', { onlyCase: null }, 'deny.sealed'],
    ['to an office that may hold none', { name: 'court.clerk' }, 'deny.sealed'],
    ['while access does not answer', { grants: new Error('no answer within 3000 ms') }, 'deny.sealed'],
  ])('does not open it %s', async (_how, asked, rule) => {
    const answer = await check(asked);
    expect(answer).toMatchObject({ view: null, rule });
    expect(answer.named).toMatch(/^A-/);
  });

  it('lifts neither a recusal nor a label', async () => {
    const { facts = {} } = demoWorld(4, 'court.zhou');
    const closing = (more: object) => ({
      facts: {
        ...facts,
        '12368': (facts['12368'] as readonly object[]).map((each) => ({ ...each, ...more })) as never,
      },
    });
    expect(await check({ world: closing({ recusedStaffNos: ['FY0002'] }) })).toMatchObject({ rule: 'deny.recused' });
    expect(await check({ world: closing({ labelled: true }) })).toMatchObject({ rule: 'deny.secrecy-label' });
  });

  it('opens no case that is not sealed', async () => {
    const open = { ...CHECK, caseUid: 'ZF-2025-000001' };
    expect(await check({ caseNo: 1, grants: [open], row: {} })).toMatchObject({ view: null });
  });

  it('shows whose record it is, and neither victim nor witness', async () => {
    const parties = [party('甲'), party('乙', { role: 'VICTIM' }), party('丙', { role: 'WITNESS' })];
    const { context, found } = await check({ world: { parties } });
    const shown = found === null ? [] : await partiesOf(context, found);
    expect(shown.map((each) => each.party.displayName)).toEqual(['某甲']);
  });

  it('puts it in no list, not even its holder’s', async () => {
    const of = demoWorld(4, 'court.zhou');
    const world = { ...of, grants: [CHECK], envelope: { ...user('court.zhou', 'RECORD_CHECK'), onlyCase: SEALED } };
    const { context } = casework(world);
    expect(await findListed(context, SEALED)).toBeNull();
    expect(await myCases(context, { stage: null, first: 10, after: null })).toEqual([]);
    expect((await findReferenced(context, of.rows[0]))?.view).toBe('RECORD_CHECK');
  });
});

describe('BREAK_GLASS', () => {
  const judge = (asked: Partial<Asked> = {}) => ask({ name: 'court.lin', caseNo: 10, grants: [GLASS], ...asked });

  it('opens a case of the own agency that is not assigned, as its handler would see it', async () => {
    expect(await judge()).toMatchObject({ view: 'WHOLE', rule: 'permit.break-glass', grant: 'G-7' });
  });

  it.each<[string, Partial<Asked>, string]>([
    ['without a grant', { grants: [] }, 'deny.not-assigned'],
    ['after its fifteen minutes', { grants: [{ ...GLASS, until: new Date().toISOString() }] }, 'deny.not-assigned'],
    ['without x-case', { onlyCase: null }, 'deny.not-assigned'],
    ['of another agency', { name: 'police.liu' }, 'deny.other-agency'],
    ['of a recused judge', { caseNo: 9, grants: [{ ...GLASS, caseUid: 'ZF-2025-000009' }] }, 'deny.recused'],
    ['of a sealed one', { caseNo: 4, grants: [{ ...GLASS, caseUid: SEALED }], row: { sealed: true } }, 'deny.sealed'],
  ])('opens none %s', async (_how, asked, rule) => {
    expect(await judge(asked)).toMatchObject({ view: null, rule });
  });
});

describe('access is asked', () => {
  it('once in a request with x-case, whether there is such a case or not', async () => {
    const of = demoWorld(1, 'court.lin');
    for (const onlyCase of ['ZF-2025-000001', 'ZF-2025-000099']) {
      const { context, calls } = casework({ ...of, envelope: { ...of.envelope, onlyCase } });
      for (const number of ['ZF-2025-000001', 'ZF-2025-000099', 'ZF-2025-000001'])
        await findCase(context, 'CASE_UID', number);
      expect(calls.filter((call) => call.startsWith('access'))).toEqual([`access grants ${onlyCase}`]);
    }
  });

  it('and where it does not answer, the log tells why, and not of which case', async () => {
    const lines: string[] = [];
    const of = demoWorld(4, 'court.zhou');
    const { context } = casework({
      ...{
        ...of,
        grants: new Error('no answer within 3000 ms'),
        logger: pino({}, { write: (line) => lines.push(line) }),
      },
      envelope: { ...user('court.zhou', 'RECORD_CHECK'), onlyCase: SEALED },
    });
    expect(await findCase(context, 'CASE_UID', SEALED)).toBeNull();
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { requestId: 'r-1', cause: 'no answer within 3000 ms', msg: expect.stringMatching(/access/) },
    ]);
    expect(lines.join('')).not.toContain(SEALED);
  });

  it('never without', async () => {
    const { context, calls } = casework(demoWorld(1, 'court.lin'));
    await findCase(context, 'CASE_UID', 'ZF-2025-000001');
    expect(calls.filter((call) => call.startsWith('access'))).toEqual([]);
  });
});
