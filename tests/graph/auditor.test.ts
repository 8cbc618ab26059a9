import { describe, expect, it } from '@jest/globals';
import { SUBGRAPHS } from '#auth/envelope/envelope.ts';
import { readOperation } from '#demo/operations.ts';
import { RICH } from '#tests/graph/rich-question.ts';
import { as, expectDenied } from '#tests/harness/ask.ts';
import { until } from '#tests/harness/until.ts';

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(name: string, variables: Row = {}): Promise<Row[]> {
  const { query, user, purpose } = readOperation(name);
  const { data, errors } = await as(user, { purpose }).ask({ query, variables });
  expect(errors).toEqual([]);
  const [rows] = Object.values(data ?? {});
  return rows as Row[];
}

const PROCESSES = ['gateway', ...SUBGRAPHS].toSorted();
const FROM = { from: '2025-06-01' };

it('the auditor sees that a field was read, by whom, for what and by which rule, and never its value', async () => {
  const answer = await as('court.lin').ask(RICH);
  const requestId = answer.headers.get('x-request-id');
  const ofRequest = async () =>
    (await rowsOf('AuditEntries', { ...FROM, actor: 'court.lin', first: 200 })).filter(
      (row) => row.requestId === requestId,
    );
  // Each process ships its own log, in its own time.
  const hasCome = (rows: readonly Row[], log: string, event: string) =>
    rows.some((row) => row.log === log && row.event === event);
  await until(async () => {
    const rows = await ofRequest();
    return hasCome(rows, 'gateway', 'ANSWER') && hasCome(rows, 'casework', 'ROW');
  });
  const entries = await ofRequest();
  expect(entries).toContainEqual(
    expect.objectContaining({
      log: 'gateway',
      event: 'OPERATION',
      actor: { username: 'court.lin', officerUid: 'COURT-379999/FY0001' },
      purpose: 'HANDLE_CASE',
      decision: 'PERMIT',
      fields: expect.arrayContaining(['Query.case']),
      operation: expect.stringMatching(/^[0-9a-f]{64}$/),
      source: expect.any(String),
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ log: 'casework', event: 'ROW', case: 'ZF-2025-000001', rule: 'permit.court-handler' }),
  );
  expect(entries.find(({ event }) => event === 'ANSWER')).toMatchObject({ digest: expect.stringMatching(/^sm3:/) });
  const withoutAgency = entries.map(({ agency, ...rest }) => rest);
  expect(JSON.stringify(withoutAgency)).not.toMatch(/\p{Script=Han}|\d{17}[\dX]|139000099/u);
});

it('every process’s log comes to the auditor, and holds', async () => {
  const logs = async () => rowsOf('AuditLogs');
  await until(async () => (await logs()).length === PROCESSES.length);
  const shown = await logs();
  expect(shown.map(({ log }) => log)).toEqual(PROCESSES);
  for (const { log, size, verified } of shown) expect([log, Number(size) > 0, verified]).toEqual([log, true, true]);
});

it('the look into the log is in the log', async () => {
  await until(async () =>
    (await rowsOf('AuditEntries', { ...FROM, actor: 'officer.audit', first: 200 })).some(
      ({ event, log }) => event === 'AUDIT_READ' && log === 'access',
    ),
  );
});

it('who asks again and again for cases of others is an alert to the security officer, with no case in it', async () => {
  const query = '{ case(caseUid: "ZF-2025-000001") { caseUid } }';
  for (let times = 0; times < 10; times += 1) await as('court.zhou').ask({ query });
  const alerts = async () => (await rowsOf('Alerts', { ...FROM, first: 200 })) as { rule: string; actor: Row | null }[];
  await until(async () =>
    (await alerts()).some(({ rule, actor }) => rule === 'access.not-assigned' && actor?.username === 'court.zhou'),
  );
  expect(JSON.stringify(await alerts())).not.toMatch(/ZF-/);
});

describe('nobody else', () => {
  it.each([
    ...['officer.security', 'officer.system', 'court.lin', 'coordinator.wu', 'police.head'].flatMap((user) =>
      ['AuditEntries', 'AuditLogs', 'Q15b'].map((name) => [name, user] as const),
    ),
    ...['officer.system', 'court.lin', 'coordinator.wu'].map((user) => ['Alerts', user] as const),
  ])('%s by %s', async (name, user) => {
    const { query, variables } = readOperation(name);
    await expectDenied(as(user, { purpose: 'AUDIT_SECURITY' }), { query, variables });
  });
});
