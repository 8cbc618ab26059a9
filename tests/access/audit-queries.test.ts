import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_ALERT_SETTINGS } from '#auth/audit/alerts/settings.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { readOperation } from '#demo/operations.ts';
import { createAuditor } from '#subgraphs/access/audit/auditor.ts';
import { ask, envelopeOf, type Opened, withAccess } from '#tests/access/harness.ts';
import { batchOf, isSigned, line } from '#tests/access/signed-log.ts';
import { sql } from '#tests/registry/server.ts';

const base = withAccess();
let opened: Opened;
const DIGEST = `sm3:${'a'.repeat(64)}`;
const sealed: Partial<AuditRecord> = { case: 'A-sealed', purpose: 'RECORD_CHECK', rule: 'permit.record-check' };

/** The owner's log: one record a minute from 10:00 of 2025-06-16 in China. */
const COURT: Partial<AuditRecord>[] = [
  {},
  { requestId: 'r-2', actor: 'sub-other', case: 'ZF-2025-000002' },
  { ...sealed, requestId: 'r-3', grant: 'g-1', fields: ['Case.caseUid', 'Case.kind'] },
  { case: 'A-sealed', requestId: 'r-4', decision: 'deny', rule: 'deny.sealed' },
  { requestId: 'r-5', fields: ['Person.idNumber'], masked: false, grant: 'g-2' },
  { requestId: 'r-6', decision: 'deny', rule: 'deny.recused' },
];
const GATEWAY: Partial<AuditRecord>[] = [
  { event: 'answer', requestId: 'r-3', subject: 'operation', digest: DIGEST, source: '127.0.0.1' },
];
const minute = (index: number) => `2025-06-16T02:0${index}:00.000Z`;
const linesOf = (log: string, records: readonly Partial<AuditRecord>[]) =>
  records.map((each, index) => line(log, index, each, minute(index)));

beforeEach(async () => {
  const { database } = base;
  const auditor = createAuditor({ database, isSigned, alerts: DEFAULT_ALERT_SETTINGS, onAlert: () => {} });
  opened = { ...base, parts: { ...base.parts, auditor } };
  await auditor.door.answer('court', batchOf('court', linesOf('court', COURT)));
  await auditor.door.answer('gateway', batchOf('gateway', linesOf('gateway', GATEWAY)));
  await sql(
    base.url,
    `INSERT INTO access.accounts (issuer, subject, username, agency, staff_no, enabled, first_seen_at)
     VALUES ('i', 'sub-lin', 'court.lin', 'COURT-379999', 'FY0001', true, now())`,
  );
});

const asked = (name: string, variables: Record<string, unknown> = {}, user = readOperation(name).user) =>
  ask(opened, envelopeOf(user), readOperation(name).query, variables);
const rows = async (name: string, variables: Record<string, unknown> = {}) => {
  const { data, codes } = await asked(name, variables);
  expect(codes).toEqual([]);
  const [list] = Object.values(data ?? {});
  return list as Record<string, unknown>[];
};
const requests = async (variables: Record<string, unknown>) =>
  (await rows('AuditEntries', variables)).map(({ requestId }) => requestId);

describe('auditEntries', () => {
  it('shows who looked at what, why and by which rule', async () => {
    expect((await rows('AuditEntries')).find(({ requestId }) => requestId === 'r-5')).toEqual({
      entryUid: 'court:4',
      log: 'court',
      at: '2025-06-16T10:04:00+08:00',
      event: 'ROW',
      requestId: 'r-5',
      actor: { username: 'court.lin', officerUid: 'COURT-379999/FY0001' },
      roles: ['court.judge'],
      agency: { name: expect.stringMatching(/法院/) },
      purpose: 'HANDLE_CASE',
      case: 'ZF-2025-000001',
      operation: null,
      subject: 'CourtCase',
      fields: ['Person.idNumber'],
      decision: 'PERMIT',
      rule: 'permit.court-handler',
      masked: false,
      grant: 'g-2',
      remembered: false,
      source: null,
      digest: null,
      codes: [],
    });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['the newest first', {}, ['r-6', 'r-5', 'r-4', 'r-3', 'r-2', 'r-3', 'r-1']],
    ['page by page', { first: 2, after: 'court:3' }, ['r-3', 'r-2']],
    ['none behind the last', { after: 'court:0' }, []],
    ['none behind what is not there', { after: 'court:99' }, []],
    ['by user name', { actor: 'court.lin', first: 2 }, ['r-6', 'r-5']],
    ['by officer', { actor: 'COURT-379999/FY0001', first: 1 }, ['r-6']],
    ['by subject, of an account that nobody knows', { actor: 'sub-other' }, ['r-2']],
    ['by case', { case: 'ZF-2025-000002' }, ['r-2']],
    ['by the audit id of a sealed case', { case: 'A-sealed' }, ['r-4', 'r-3']],
    ['of days, both included', { from: '2025-06-16', to: '2025-06-16', first: 1 }, ['r-6']],
    ['none of the day before', { to: '2025-06-15' }, []],
    ['none of the day after', { from: '2025-06-17' }, []],
    ['none by what is no text of ours', { actor: "'; DROP TABLE" }, []],
  ])('%s', async (_what, variables, expected) => {
    expect(await requests(variables)).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no page', { first: 0 }],
    ['too large a page', { first: 201 }],
    ['a cursor that is none', { after: "court:1' OR true" }],
    ['a cursor of another list', { after: '12' }],
    ['days in the wrong order', { from: '2025-06-17', to: '2025-06-16' }],
    ['nobody as actor', { actor: '' }],
    ['an actor nobody can be called', { actor: 'x\u0000' }],
    ['no case, which is not every case', { case: '' }],
    ['a case that is none', { case: '379999198506120130' }],
  ])('%s is refused', async (_what, variables) => {
    expect((await asked('AuditEntries', variables)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

it('auditSealedAccess: a row a field, by audit id, with the digest of the answer (Q15b)', async () => {
  const officer = { officerUid: 'COURT-379999/FY0001' };
  const look = { officer, purpose: 'RECORD_CHECK', caseUid: 'A-sealed', decision: 'PERMIT', digest: DIGEST };
  expect(await rows('Q15b', { f: '2025-06-01', t: '2025-06-30' })).toEqual([
    { ...look, at: '2025-06-16T10:02:00+08:00', field: 'Case.caseUid' },
    { ...look, at: '2025-06-16T10:02:00+08:00', field: 'Case.kind' },
    {
      ...{ at: '2025-06-16T10:03:00+08:00', officer, purpose: 'HANDLE_CASE', caseUid: 'A-sealed' },
      ...{ field: 'CourtCase', decision: 'DENY', digest: null },
    },
  ]);
  expect(await rows('Q15b', { f: '2025-06-17', t: '2025-06-30' })).toEqual([]);
});

it('auditLogs: how far each log has come, and whether it holds', async () => {
  expect(await rows('AuditLogs')).toEqual(
    Object.entries({ court: COURT.length, gateway: GATEWAY.length }).map(([log, size]) => ({
      log,
      size,
      root: expect.any(String),
      checkpointAt: '2025-06-16T10:00:00+08:00',
      verified: true,
    })),
  );
});

it.each(['officer.security', 'officer.audit'])('alerts: rule, time, actor and count, for %s', async (user) => {
  const { data, codes } = await asked('Alerts', {}, user);
  const actor = { username: 'court.lin', officerUid: 'COURT-379999/FY0001' };
  expect([codes, data]).toEqual([
    [],
    {
      alerts: [
        ['access.recused', 5],
        ['sealed.read', 2],
      ].map(([rule, at]) => ({
        alertUid: expect.stringMatching(/^\d+$/),
        rule,
        text: expect.stringMatching(/\p{Script=Han}.* \/ \w/u),
        at: `2025-06-16T10:0${at}:00+08:00`,
        actor,
        count: 1,
      })),
    },
  ]);
  expect(JSON.stringify(data)).not.toMatch(/ZF-|A-sealed/);
});

it('alerts: a head is told that glass was broken over a case of the own agency, and of nothing else', async () => {
  const glass = { rule: 'permit.break-glass', grant: 'g-3' };
  const all = linesOf('court', [...COURT, glass, { ...glass, actor: 'sub-wang' }]);
  await opened.parts.auditor.door.answer('court', batchOf('court', all, { after: COURT.length }));
  await sql(
    base.url,
    `INSERT INTO access.accounts (issuer, subject, username, agency, staff_no, enabled, first_seen_at)
     VALUES ('i', 'sub-wang', 'police.wang', 'POLICE-379999', 'GA0001', true, now())`,
  );
  const seen = async (head: string) => {
    const { data, codes } = await asked('Alerts', {}, head);
    const alerts = (data?.alerts ?? []) as { rule: string; actor: { username: string } }[];
    return [...codes, ...alerts.map(({ rule, actor }) => `${rule} ${actor.username}`)];
  };
  expect([await seen('court.head'), await seen('police.head'), await seen('proc.head')]).toEqual([
    ['break-glass court.lin'],
    ['break-glass police.wang'],
    [],
  ]);
});

describe('nobody else', () => {
  const NAMES = ['AuditEntries', 'AuditLogs', 'Q15b', 'Alerts'];
  const OTHERS = ['officer.security', 'proc.li', 'police.head', 'court.clerk'];
  const READERS = ['officer.security', 'police.head'];
  it.each(NAMES.flatMap((name) => OTHERS.map((user) => [name, user] as const)))('%s by %s', async (name, user) => {
    const { data, codes } = await asked(name, { f: '2025-06-01', t: '2025-06-30' }, user);
    const mayAsk = name === 'Alerts' && READERS.includes(user);
    expect(codes).toEqual(mayAsk ? [] : ['FORBIDDEN']);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(!mayAsk);
    expect(opened.audit.records.some(({ decision }) => decision === 'deny')).toBe(!mayAsk);
  });

  it('and not for another purpose', async () => {
    const envelope = envelopeOf('officer.audit', { purpose: 'HANDLE_CASE' });
    expect((await ask(opened, envelope, readOperation('AuditLogs').query)).codes).toEqual(['PURPOSE_REQUIRED']);
  });
});

it.each([
  ['AuditEntries', 'Query.auditEntries'],
  ['AuditLogs', 'Query.auditLogs'],
  ['Q15b', 'Query.auditSealedAccess'],
])('who looks into the log is in it: %s', async (name, field) => {
  await asked(name, { f: '2025-06-01', t: '2025-06-30' });
  expect(opened.audit.records).toEqual([
    expect.objectContaining({ event: 'audit-read', decision: 'permit', rule: 'permit.auditor', fields: [field] }),
  ]);
});
