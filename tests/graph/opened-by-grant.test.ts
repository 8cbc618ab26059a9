import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '#auth/audit/record.ts';
import { SUBGRAPHS } from '#auth/envelope/envelope.ts';
import { readOperation } from '#demo/operations.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { type Answer, as } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';

const HEADS = { COURT: 'court.head', PROC: 'proc.head', POLICE: 'police.head' } as const;
const OFFICERS = ['officer.security', 'officer.security2'];
const REQUEST = `mutation ($input: GrantApplication!, $key: String!) {
  requestGrant(input: $input, idempotencyKey: $key) { grantUid status }
}`;
const DECIDE = `mutation ($uid: ID!, $key: String!) {
  decideGrant(grantUid: $uid, decision: APPROVE, reason: "同意", idempotencyKey: $key) { status }
}`;
const REVOKE = `mutation ($uid: ID!, $key: String!) {
  revokeGrant(grantUid: $uid, reason: "用毕", idempotencyKey: $key) { status }
}`;
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

const given: string[] = [];
afterAll(async () => {
  for (const uid of given) await revoke(uid);
});

async function done(answer: Promise<Answer>): Promise<Record<string, string>> {
  const { data, errors, text } = await answer;
  const [result] = Object.values(data ?? {}) as (Record<string, string> | null)[];
  if (errors.length > 0 || !result) throw new Error(text);
  return result;
}

/** An application that has been approved by these. */
async function grant(
  applicant: string,
  input: Readonly<Record<string, unknown>>,
  deciders: readonly string[],
  purpose = 'SUPERVISE_CASE',
): Promise<string> {
  const until = input.kind === 'BREAK_GLASS' ? {} : { until: TOMORROW };
  const variables = { input: { reason: '办案需要', ...until, ...input }, key: randomUUID() };
  const { grantUid = '' } = await done(as(applicant).ask({ query: REQUEST, variables }));
  given.push(grantUid);
  for (const decider of deciders) await approve(grantUid, decider, purpose);
  return grantUid;
}

function approve(uid: string, decider: string, purpose: string) {
  return done(as(decider, { purpose }).ask({ query: DECIDE, variables: { uid, key: randomUUID() } }));
}

function revoke(uid: string) {
  const asker = as('officer.security', { purpose: 'AUDIT_SECURITY' });
  return asker.ask({ query: REVOKE, variables: { uid, key: randomUUID() } });
}

/** What the subgraphs have on record of a request. */
function recordsOf({ headers }: Answer) {
  const folder = join(stack().dataDir, 'audit');
  const requestId = headers.get('x-request-id');
  return SUBGRAPHS.flatMap((process) =>
    readdirSync(join(folder, process), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith('.audit'))
      .flatMap(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').split('\n'))
      .filter((line) => line.includes(`"${requestId}"`))
      .map((line) => ({ process, ...(JSON.parse(line) as AuditRecord) })),
  );
}

const within = (user: string, caseUid: string | null, purpose = 'HANDLE_CASE') =>
  as(user, { purpose, headers: caseUid === null ? {} : { 'x-case': caseUid } });

describe('UNMASK', () => {
  interface Shown {
    readonly displayName: string;
    readonly idNumber: string | null;
    readonly phone: string | null;
  }
  const ask = (user: string, caseUid: string, of: string | null = caseUid) =>
    within(user, of).ask({
      query: readOperation('WholeNumbers').query,
      variables: { uid: caseUid },
    });
  async function shown(user: string, caseUid: string, of: string | null = caseUid): Promise<readonly Shown[]> {
    const { data, errors } = await ask(user, caseUid, of);
    expect({ errors, isFound: data?.case !== null }).toEqual({ errors: [], isFound: true });
    const { parties = [] } = (data?.case ?? {}) as { parties?: { person: Shown }[] };
    return parties.map(({ person }) => person);
  }
  const whole = (people: readonly Shown[]) =>
    people.flatMap(({ displayName, idNumber, phone }) =>
      (idNumber ?? phone) === null ? [] : [[displayName, idNumber, phone]],
    );
  const fields = ['Person.idNumber', 'Person.phone'];
  const ADULTS = ['zhang', 'li', 'zhao'] as const;

  it.each([
    ['court.lin', HEADS.COURT, 'court'],
    ['proc.li', HEADS.PROC, 'procuratorate'],
    ['police.wang', HEADS.POLICE, 'police'],
  ])('%s, by %s: the numbers of case 1 from the records of %s, and nothing of the minor', async (user, head, owner) => {
    const uid = 'ZF-2025-000001';
    expect(whole(await shown(user, uid))).toEqual([]);
    const grantUid = await grant(user, { kind: 'UNMASK', caseUid: uid, fields }, [head]);
    const answer = await ask(user, uid);
    const expected = ADULTS.map((who) => [PEOPLE[who].name, PEOPLE[who].idNumber, PEOPLE[who].phone]);
    expect(whole(await shown(user, uid))).toEqual(expected);
    const unmasked = recordsOf(answer).filter(({ masked }) => masked === false);
    expect(unmasked).toHaveLength(ADULTS.length * fields.length);
    for (const record of unmasked)
      expect(record).toMatchObject({ process: owner, rule: 'permit.unmask', grant: grantUid, case: uid });
    const log = JSON.stringify(recordsOf(answer));
    for (const who of ADULTS) expect(log).not.toMatch(new RegExp(`${PEOPLE[who].idNumber}|${PEOPLE[who].phone}`));
    expect(whole(await shown(user, uid, null))).toEqual([]);
    await revoke(grantUid);
    expect(whole(await shown(user, uid))).toEqual([]);
  });

  it('counts for its case, its fields and its holder alone', async () => {
    const uid = 'ZF-2025-000005';
    await grant('court.lin', { kind: 'UNMASK', caseUid: uid, fields: ['Person.phone'] }, [HEADS.COURT]);
    const { zheng, hua } = PEOPLE;
    expect(whole(await shown('court.lin', uid))).toEqual([
      [zheng.name, null, zheng.phone],
      [hua.name, null, hua.phone],
    ]);
    expect(whole(await shown('court.lin', 'ZF-2025-000001'))).toEqual([]);
    expect(whole(await shown('court.clerk', uid))).toEqual([]);
  });

  it('shows nothing of a protected person', async () => {
    const uid = 'ZF-2025-000006';
    await grant('police.wang', { kind: 'UNMASK', caseUid: uid, fields }, [HEADS.POLICE]);
    expect(whole(await shown('police.wang', uid)).map(([name]) => name)).toEqual([PEOPLE.wei.name]);
  });

  it('gives nobody a case that is not theirs', async () => {
    const uid = 'ZF-2025-000010';
    await grant('court.lin', { kind: 'UNMASK', caseUid: uid, fields }, [HEADS.COURT]);
    expect((await ask('court.lin', uid)).data).toEqual({ case: null });
  });
});

describe('RECORD_CHECK', () => {
  const uid = 'ZF-2024-000004';
  const NUMBERS = {
    caseUid: uid,
    policeCaseNo: 'A3799990000002023070004',
    acceptanceNo: '虚检刑诉受〔2024〕379999000004号',
    courtCaseNo: '（2024）鲁9999刑初999904号',
  };
  const KINDS = Object.keys(NUMBERS);
  const CASES = Object.entries(NUMBERS).map(([kind, no]) => `${kind}: case(${kind}: "${no}") { ...Checked }`);
  const FRAGMENT = `fragment Checked on Case {
    caseUid parties { person { displayName idNumberMasked } measures { kind } representations { kind } }
    policeCases { policeCaseNo } prosecutionReviews { acceptanceNo } courtCases { courtCaseNo }
    documents { title } transfers { kind } deadlines { code }
  }`;
  const ask = (user: string, of: string | null = uid, purpose = 'RECORD_CHECK') =>
    within(user, of, purpose).ask({
      query: `{ ${CASES.join(' ')} myCases { caseUid } deadlinesDue(withinDays: 60) { code } } ${FRAGMENT}`,
    });
  const bare = ({ status, text }: Answer) => ({ status, text: text.replaceAll(/"requestId":"[^"]+"/g, '') });
  const application = {
    ...{ kind: 'RECORD_CHECK', caseUid: uid, sealingAgency: 'COURT-379999' },
    legalBasis: '人民检察院刑事诉讼规则第四百八十四条',
  };

  it('opens the sealed case to its holder, by each of its numbers and in no list; then it is as it was before', async () => {
    const before = bare(await ask('proc.li'));
    const grantUid = await grant('proc.li', application, [HEADS.COURT]);
    const answer = await ask('proc.li');
    // Whose record, which case, how it stands; nothing else of it (SPP-Rules 482–487).
    const closed = { measures: [], representations: [], documents: [], transfers: [], deadlines: [] };
    const { measures, representations, ...lists } = closed;
    const person = { displayName: PEOPLE.feng.name, idNumberMasked: null };
    const seen = {
      ...{ caseUid: uid, parties: [{ person, measures, representations }], ...lists },
      policeCases: [{ policeCaseNo: NUMBERS.policeCaseNo }],
      prosecutionReviews: [{ acceptanceNo: NUMBERS.acceptanceNo }],
      courtCases: [{ courtCaseNo: NUMBERS.courtCaseNo }],
    };
    const all = Object.fromEntries(KINDS.map((kind) => [kind, seen]));
    expect(answer.data).toEqual({ ...all, myCases: [], deadlinesDue: [] });
    const screen = readOperation('RecordCheck');
    const registered = await within('proc.li', uid, screen.purpose).ask({
      query: screen.query,
      variables: screen.variables,
    });
    expect(registered.data?.case).toMatchObject({
      caseUid: uid,
      courtCases: seen.courtCases,
      policeCases: seen.policeCases,
    });
    const records = recordsOf(answer);
    expect(records).toContainEqual(expect.objectContaining({ rule: 'permit.record-check', grant: grantUid }));
    for (const record of records) expect(record.case ?? 'A-').toMatch(/^A-/);
    for (const [user, of, purpose] of [
      ['proc.chen', uid, 'RECORD_CHECK'],
      ['proc.li', uid, 'HANDLE_CASE'],
      ['proc.li', null, 'RECORD_CHECK'],
      ['proc.li', 'ZF-2025-000001', 'RECORD_CHECK'],
    ] as const) {
      const { data } = await ask(user, of, purpose);
      expect({ user, of, seen: KINDS.filter((kind) => data?.[kind] !== null) }).toEqual({ user, of, seen: [] });
    }
    await revoke(grantUid);
    expect(bare(await ask('proc.li'))).toEqual(before);
  });

  it('opens nothing by the head of an organ that has sealed nothing of it', async () => {
    await grant('proc.chen', { ...application, sealingAgency: 'POLICE-379999', caseUid: 'ZF-2025-000011' }, [
      HEADS.POLICE,
    ]);
    const query = '{ case(caseUid: "ZF-2025-000011") { caseUid } }';
    const { data } = await within('proc.chen', 'ZF-2025-000011', 'RECORD_CHECK').ask({ query });
    expect(data).toEqual({ case: null });
  });
});

describe('BREAK_GLASS', () => {
  const ask = async (user: string, uid: string, of: string | null = uid) => {
    const query = `{ case(caseUid: "${uid}") { caseUid courtCases { courtCaseNo } parties { person { displayName } } } }`;
    return (await within(user, of).ask({ query })).data?.case;
  };

  it('opens a case of the own agency once two officers approved it, until it is revoked', async () => {
    const uid = 'ZF-2025-000012';
    const [first, second = ''] = OFFICERS;
    const grantUid = await grant('court.lin', { kind: 'BREAK_GLASS', caseUid: uid }, [first ?? ''], 'AUDIT_SECURITY');
    expect(await ask('court.lin', uid)).toBeNull();
    await approve(grantUid, second, 'AUDIT_SECURITY');
    expect(await ask('court.lin', uid)).toMatchObject({
      courtCases: [{ courtCaseNo: '（2025）鲁9999刑初999912号' }],
      parties: [{ person: { displayName: PEOPLE.shen.name } }],
    });
    expect(await ask('court.lin', uid, null)).toBeNull();
    await revoke(grantUid);
    expect(await ask('court.lin', uid)).toBeNull();
  });

  it.each([
    ['a recusal', 'court.lin', 'ZF-2025-000009'],
    ['a seal', 'court.zhou', 'ZF-2024-000004'],
    ['the border of the agency', 'police.wang', 'ZF-2025-000011'],
  ])('does not lift %s', async (_what, user, uid) => {
    await grant(user, { kind: 'BREAK_GLASS', caseUid: uid }, OFFICERS, 'AUDIT_SECURITY');
    expect(await ask(user, uid)).toBeNull();
  });
});

describe('explained to the security officer, as the graph answers', () => {
  const officer = () => as('officer.security', { purpose: 'AUDIT_SECURITY' });
  const explain = readOperation('ExplainAccess').query;
  const whoCanSee = readOperation('WhoCanSee').query;

  /** What is said of one user, and everybody who is said to see the field. */
  async function explained(user: string, field: string, caseUid: string) {
    const [one, all] = await Promise.all([
      officer().ask({ query: explain, variables: { user, field, case: caseUid, purpose: 'HANDLE_CASE' } }),
      officer().ask({ query: whoCanSee, variables: { field, case: caseUid } }),
    ]);
    const [said] = (one.data?.explainAccess ?? []) as {
      allowed: boolean;
      rule: { id: string };
      grantUid: string | null;
    }[];
    const holders = (all.data?.whoCanSee ?? []) as { user: string; explanation: { grantUid: string | null } }[];
    return { ...said, rule: said?.rule.id, seers: holders.map((each) => [each.user, each.explanation.grantUid]) };
  }

  it('a number shown whole: by its grant, to its holder, until it is revoked', async () => {
    const [uid, field] = ['ZF-2025-000005', 'Person.idNumber'];
    const none = { allowed: false, rule: 'deny.no-grant', grantUid: null, seers: [] };
    expect(await explained('court.lin', field, uid)).toMatchObject(none);
    const grantUid = await grant('court.lin', { kind: 'UNMASK', caseUid: uid, fields: [field] }, [HEADS.COURT]);
    const seers = [['court.lin', grantUid]];
    expect(await explained('court.lin', field, uid)).toMatchObject({
      allowed: true,
      rule: 'permit.unmask',
      grantUid,
      seers,
    });
    await revoke(grantUid);
    expect(await explained('court.lin', field, uid)).toMatchObject(none);
  });

  it('a case opened by break-glass', async () => {
    const [uid, field] = ['ZF-2025-000002', 'PoliceCase.status'];
    const handlers = (await explained('police.zhao', field, uid)).seers;
    const grantUid = await grant('police.zhao', { kind: 'BREAK_GLASS', caseUid: uid }, OFFICERS, 'AUDIT_SECURITY');
    const { seers, ...said } = await explained('police.zhao', field, uid);
    expect(said).toMatchObject({ allowed: true, rule: 'permit.break-glass', grantUid });
    expect(seers.toSorted()).toEqual([...handlers, ['police.zhao', grantUid]].toSorted());
    await revoke(grantUid);
    expect(await explained('police.zhao', field, uid)).toMatchObject({ allowed: false, seers: handlers });
  });
});
