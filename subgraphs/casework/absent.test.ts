import { describe, expect, it } from '@jest/globals';
import { DEMO_CASES, factsFor, USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import type { Purpose } from '#schema/purposes.ts';
import { casework, demoWorld, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import type { CaseNumberKind } from '#subgraphs/casework/registry/registry.ts';
import { caseworkSchema } from '#subgraphs/casework/subgraph.ts';
import { publicError, respond } from '#subgraphs/kit/respond.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

/** Of the right form, and never allotted. */
const UNKNOWN: Readonly<Record<CaseNumberKind, string>> = {
  CASE_UID: 'ZF-2025-999999',
  POLICE_CASE_NO: 'A3799990000002025059999',
  ACCEPTANCE_NO: '虚检刑诉受〔2025〕379999009999号',
  COURT_CASE_NO: '（2025）鲁9999刑初999999号',
};
const isAskable = (kind: string): kind is CaseNumberKind => Object.hasOwn(UNKNOWN, kind);

/** The whole demo as casework knows it: every case and record, sealed and labelled ones too. */
const WORLDS = Object.keys(DEMO_CASES).map((caseNo) => demoWorld(Number(caseNo), 'nobody'));
const ROWS = WORLDS.flatMap(({ rows }) => rows).map((row) => ({ ...row, sealed: row.caseUid === 'ZF-2025-000004' }));
/** The labelled record was refused at ingest: its department knows it, and the registry does not. */
const REGISTERED = ROWS.filter(({ caseUid }) => caseUid !== 'ZF-2025-000000');
const FACTS = Object.fromEntries(
  ['police', '12309', '12368', 'legal-aid'].map((system) => [
    system,
    WORLDS.flatMap(({ facts }) => (facts?.[system] ?? []) as never[]),
  ]),
);
const NUMBERS = ROWS.flatMap(({ caseUid, numbers }) =>
  [{ kind: 'CASE_UID', number: caseUid }, ...numbers].map(({ kind, number }) => ({ kind, number, caseUid })),
).flatMap(({ kind, ...of }) => (isAskable(kind) && of.caseUid !== of.number.replace('T-', '') ? { kind, ...of } : []));

/** @param as a purpose other than the caller's own */
function world(name: string, onlyCase: string | null, as?: Purpose): World {
  return { rows: REGISTERED, facts: FACTS, envelope: { ...user(name, as), onlyCase } };
}

/** What was asked, of whom and how often: registry look-ups, requests to each owner and to access. */
const work = (calls: readonly string[]) =>
  calls
    .map((call) =>
      call
        .replace(/ZF-\S+/, 'a case')
        .split(' ', 3)
        .slice(0, 2)
        .join(' '),
    )
    .sort();

async function look(
  name: string,
  kind: CaseNumberKind,
  number: string,
  onlyCase: string | null,
  { as, grants = [] }: { readonly as?: Purpose; readonly grants?: World['grants'] } = {},
) {
  const { context, calls } = casework({ ...world(name, onlyCase, as), grants });
  const found = await findCase(context, kind, number);
  return { isFound: found !== null, work: work(calls), decisions: context.auditRecords.length };
}

describe('a number that the caller may not see costs what one that was never allotted costs', () => {
  it.each(USER_NAMES)('%s, of every kind, within x-case and without', async (name) => {
    let hidden = 0;
    for (const { kind, number, caseUid } of NUMBERS) {
      const seen = await look(name, kind, number, null);
      if (seen.isFound) continue;
      hidden += 1;
      const absent = await look(name, kind, UNKNOWN[kind], null);
      expect({ kind, number, ...seen }).toEqual({ kind, number, ...absent });
      for (const [own, other] of [
        [caseUid, UNKNOWN.CASE_UID],
        ['ZF-2025-000005', 'ZF-2025-000005'],
      ] as const)
        expect({ kind, number, own, ...(await look(name, kind, number, own)) }).toEqual({
          ...{ kind, number, own },
          ...(await look(name, kind, UNKNOWN[kind], other)),
        });
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it.each(['police.wang', 'proc.li', 'court.zhou'])(
    'to %s, who checks records, with a grant for another case too',
    async (name) => {
      const other = {
        grantUid: 'G-1',
        kind: 'RECORD_CHECK',
        caseUid: 'ZF-2025-000009',
        agency: 'COURT-379999',
      } as const;
      const grants = [{ ...other, fields: [], until: '2999-01-01T00:00:00+08:00' }];
      const as = { as: 'RECORD_CHECK', grants } as const;
      for (const { kind, number, caseUid } of NUMBERS)
        expect({ kind, number, ...(await look(name, kind, number, caseUid, as)) }).toEqual({
          ...{ kind, number, isFound: false },
          ...(await look(name, kind, UNKNOWN[kind], UNKNOWN.CASE_UID, as)),
        });
    },
  );

  it('while access does not answer', async () => {
    const away = { grants: new Error('no answer within 3000 ms') };
    expect(await look('proc.li', 'CASE_UID', 'ZF-2025-000004', 'ZF-2025-000004', away)).toEqual(
      await look('proc.li', 'CASE_UID', UNKNOWN.CASE_UID, UNKNOWN.CASE_UID, away),
    );
  });

  it('so do two looks at it in one question', async () => {
    const cost = async (number: string) => {
      const { context, calls } = casework(world('proc.li', null));
      for (const _ of [1, 2]) expect(await findCase(context, 'ACCEPTANCE_NO', number)).toBeNull();
      return work(calls);
    };
    expect(await cost('虚检刑捕受〔2025〕379999000002号')).toEqual(await cost(UNKNOWN.ACCEPTANCE_NO));
  });
});

describe('through every field that takes a number', () => {
  const FIELDS: Readonly<Record<string, (uid: string) => string>> = {
    case: (uid) => `{ case(caseUid: "${uid}") { caseUid kind parties { partyUid } deadlines { dueOn } } }`,
    fileReadingRight: (uid) => `{ fileReadingRight(caseUid: "${uid}") { allowed reason since earliestSlot } }`,
    createTicket: (uid) =>
      `mutation { createTicket(channel: PROC_12309, kind: ACCUSATION, text: "控告", caseUid: "${uid}", idempotencyKey: "k") { ticketNo } }`,
    requestAppointment: (uid) =>
      `mutation { requestAppointment(caseUid: "${uid}", kind: FILE_READING, idempotencyKey: "k") { appointmentUid } }`,
  };
  const answer = async (name: string, query: string, onlyCase: string | null) => {
    const { context, calls } = casework(world(name, onlyCase));
    const { data, errors } = await respond({ schema: caseworkSchema } as Subgraph, { query }, context);
    return { text: JSON.stringify({ data, errors: errors?.map(publicError) }), work: work(calls) };
  };

  it.each(Object.entries(FIELDS))('%s answers to the byte the same, and asks the same', async (_field, query) => {
    for (const name of ['lawyer.he', 'party.zheng', 'police.wang', 'court.lin'])
      for (const uid of ['ZF-2025-000004', 'ZF-2025-000011', 'ZF-2025-000008'])
        for (const isWithin of [false, true])
          expect(await answer(name, query(uid), isWithin ? uid : null)).toEqual(
            await answer(name, query(UNKNOWN.CASE_UID), isWithin ? UNKNOWN.CASE_UID : null),
          );
  });
});

it('the world of this test is the demo’s: its users see their cases', async () => {
  for (const [name, caseNo] of [['court.lin', 1] as const, ['police.liu', 11] as const]) {
    const { caseUid } = demoWorld(caseNo, name).rows[0];
    expect(factsFor(name, caseNo).records).not.toHaveLength(0);
    expect((await look(name, 'CASE_UID', caseUid, caseUid)).isFound).toBe(true);
  }
});
