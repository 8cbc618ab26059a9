import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegalAidInboxPage, LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { readable } from '#tests/harness/readable.ts';
import { call, ids, PATIENT, rowsWith, type Stack, startStack } from '#tests/legal-aid/harness.ts';
import { sql } from '#tests/registry/server.ts';

const [LABELLED, SEALED, PROTECTED] = ['LA-2025-000004', 'LA-2025-000005', 'LA-2025-000006'];
const OTHER_PLACE = 'LA-2024-000007';
const key = (serial: number) => `LA-2025-${String(serial).padStart(6, '0')}`;
const HERE = { agencyCode: 'LEGALAID-379999', status: null, first: 500, after: null };

jest.setTimeout(30_000); // a watchdog

let stack: Stack;
let system: LegalAidSystem;
beforeAll(async () => {
  stack = await startStack(
    rowsWith([
      { FYAJBH: LABELLED, MJDM: '2' },
      { FYAJBH: SEALED, FCBZ: '1' },
      { FYAJBH: PROTECTED, beneficiary: { BHBZ: '1', SYRHM: '被害人甲', SYRLB: '2' }, PTTYAH: 'ZF-2025-000006' },
      { FYAJBH: OTHER_PLACE, JGDM: '4399990701', ZT: '50' },
    ]),
  );
  system = stack.system(PATIENT);
});
afterAll(() => stack.stop());
beforeEach(() => stack.simulator.resetCalls());

/** All pages of one size, and what they cost. */
async function pages<Row extends { readonly legalAidId: string }>(
  size: number,
  ask: (after: Row['legalAidId'] | null) => Promise<readonly Row[]>,
) {
  const found: string[][] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await ask(after);
    found.push(page.map(({ legalAidId }) => legalAidId));
    after = page.at(-1)?.legalAidId ?? null;
    more = page.length === size;
  }
  return found;
}

describe('the page for ingest', () => {
  const from = (after: string | null) => ids(after ?? '')[0] ?? null;

  it('has every case by key, each of one statement', async () => {
    expect(await pages(3, async (after) => readable(await system.page(from(after), 3, call)))).toEqual([
      [OTHER_PLACE, key(1), key(2)],
      [key(3), LABELLED, SEALED],
      [PROTECTED],
    ]);
    expect(stack.simulator.calls()).toEqual({ V_FYAJ: 3 });
  });

  it('says what links a case and who is in it', async () => {
    const [record] = await system.page(from(key(2)), 1, call);
    expect(record).toEqual({
      legalAidId: key(3),
      agencyCode: 'LEGALAID-379999',
      sealed: false,
      labelled: false,
      assignments: [{ staffNo: 'FA0001', function: 'LEGAL_AID_OFFICER' }],
      recusedStaffNos: [],
      counsel: [],
      caseUid: null,
      status: 'RECEIVED',
      linkedNumbers: [
        {
          kind: 'ACCEPTANCE_NO',
          number: '虚检刑诉受〔2025〕379999000013号',
          raw: '虚检刑诉受[2025]379999000013号',
        },
      ],
      parties: [
        {
          partyKey: key(3),
          role: 'SUSPECT_OR_DEFENDANT',
          legalStatus: 'SUSPECT',
          displayName: '钱拟癸',
          protectedIdentity: false,
          minorAtOffence: false,
          idNumber: '379999197909010177',
        },
      ],
    });
  });

  it('flags what is labelled, sealed, protected', async () => {
    const [labelled, sealed, protectedCase] = await system.page(from(key(3)), 3, call);
    expect(labelled).toMatchObject({ labelled: true, assignments: [], status: null, linkedNumbers: [], parties: [] });
    expect(sealed).toMatchObject({ sealed: true, parties: [{ displayName: '钱拟癸' }] });
    expect(protectedCase).toMatchObject({
      caseUid: 'ZF-2025-000006',
      parties: [{ displayName: '被害人甲', protectedIdentity: true, idNumber: null }],
    });
  });

  it.each([
    ['mistyped', 'LA-2025-00000X'],
    ['in small letters, by which nothing is found', 'la-2025-000008'],
  ])('keeps the place of a case whose key is %s, and goes on behind it', async (_what, spoiled) => {
    const insert = `INSERT INTO fyzx.t_fyaj SELECT (jsonb_populate_record(t, jsonb_build_object('fyajbh', $2::text))).* FROM fyzx.t_fyaj t WHERE fyajbh = $1`;
    await sql(stack.databaseUrl, insert, [key(3).padEnd(24), spoiled.padEnd(24)]);
    const keys: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await system.page(after, 2, call);
      keys.push(...page.map((each) => (each instanceof UnreadableRecord ? each.key : each.legalAidId)));
      after = keys.at(-1) ?? null;
      more = page.length === 2;
    }
    await sql(stack.databaseUrl, 'DELETE FROM fyzx.t_fyaj WHERE fyajbh = $1', [spoiled.padEnd(24)]);
    expect(keys).toEqual([OTHER_PLACE, key(1), key(2), key(3), LABELLED, SEALED, PROTECTED, spoiled].sort());
  });

  it.each([0, 501, 1.5])('has not %p records', async (limit) => {
    await expect(system.page(null, limit, call)).rejects.toThrow(RangeError);
    await expect(system.inbox({ ...HERE, first: limit }, call)).rejects.toThrow(RangeError);
    expect(stack.simulator.calls()).toEqual({});
  });
});

describe('the inbox', () => {
  afterEach(() => stack.simulator.setFault({ mode: 'none' }));

  it('has one record that cannot be read in its own place, the others as they are', async () => {
    await stack.simulator.setFault({ mode: 'data', kind: 'unknown-code' });
    const rows = await system.inbox({ ...HERE, status: 'RECEIVED' }, call);
    const [unreadable, ...others] = rows;
    expect(unreadable).toMatchObject({
      key: key(3),
      error: { code: 'DEPARTMENT_DATA_INVALID', department: 'JUSTICE' },
    });
    expect(readable(others).map(({ legalAidId }) => legalAidId)).toEqual([PROTECTED]);
  });

  const keysOf = async (page: Partial<LegalAidInboxPage>) =>
    readable(await system.inbox({ ...HERE, ...page }, call)).map(({ legalAidId }) => legalAidId);

  it('pages by key, each page of one statement; sealed and labelled cases are not in it', async () => {
    const ask = async (after: string | null) =>
      readable(await system.inbox({ ...HERE, first: 2, after: ids(after ?? '')[0] ?? null }, call));
    expect(await pages(2, ask)).toEqual([[key(1), key(2)], [key(3), PROTECTED], []]);
    expect(stack.simulator.calls()).toEqual({ V_FYAJ: 3 });
  });

  it.each<[string, Partial<LegalAidInboxPage>, string[]]>([
    ['of one status', { status: 'RECEIVED' }, [key(3), PROTECTED]],
    ['after a key', { status: 'RECEIVED', after: ids(key(3))[0] ?? null }, [PROTECTED]],
    ['of a status that no case has', { status: 'TERMINATED' }, []],
    ['of another institution', { agencyCode: 'LEGALAID-439999' }, [OTHER_PLACE]],
    ['of an agency that is none', { agencyCode: 'COURT-379999' }, []],
  ])('%s', async (_, page, found) => {
    expect(await keysOf(page)).toEqual(found);
    expect(stack.simulator.calls()).toEqual({ V_FYAJ: 1 });
  });

  it('has the whole record', async () => {
    const [record] = await system.inbox({ ...HERE, status: 'RECEIVED', first: 1 }, call);
    expect(record).toEqual((await system.casesById(ids(key(3)), call)).get(ids(key(3))[0] ?? never()));
  });
});

function never(): never {
  throw new Error('no key');
}
