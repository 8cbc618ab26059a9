import { describe, expect, it } from '@jest/globals';
import { MAX_WAITING } from '#subgraphs/access/grants/limits.ts';
import { actsOn, CHECK, GLASS, grantIn, UNMASK } from '#tests/access/acts.ts';
import { envelopeOf, minutesLater, USERS, withAccess } from '#tests/access/harness.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withAccess();
const { does, request, decide, asked, list, records } = actsOn(opened);

describe('an application', () => {
  it('is kept as it was made, and says nothing of the case', async () => {
    const grant = grantIn(await request('proc.li', UNMASK));
    expect(grant).toEqual({
      grantUid: expect.stringMatching(/^G-[\da-f-]{36}$/),
      kind: 'UNMASK',
      status: 'REQUESTED',
      caseUid: 'ZF-2025-000001',
      fields: ['Person.idNumber'],
      agency: { agencyCode: 'PROC-379999' },
      applicant: 'proc.li',
      applicantAgency: { agencyCode: 'PROC-379999' },
      reason: '核对身份',
      legalBasis: null,
      requestedAt: '2026-01-05T09:00:00+08:00',
      until: '2026-01-05T10:00:00+08:00',
      history: [{ act: 'REQUESTED', at: '2026-01-05T09:00:00+08:00', by: 'proc.li', reason: '核对身份' }],
    });
  });

  it.each(['ZF-2025-000001', 'ZF-2024-000004', 'ZF-2025-000011', 'ZF-2099-999999'])(
    'for %s is taken like any other',
    async (caseUid) => {
      const like = await request('proc.li', { ...UNMASK, caseUid: 'ZF-2025-000006' });
      const { grantUid: _, ...grant } = grantIn(await request('proc.li', { ...UNMASK, caseUid }));
      expect(grant).toEqual({ ...grantIn(like), grantUid: undefined, caseUid });
    },
  );

  it('has the numbers blacked out of its free text before it is stored', async () => {
    const reason = '身份证379999198506120130，电话１３９００００９９０１';
    const uid = await asked('police.wang', { ...CHECK, reason, legalBasis: '依据 379999198506120130' });
    await decide('court.head', uid, 'REFUSE', '请另查 13900009901');
    const stored = await sql(
      opened.url,
      'SELECT reason, legal_basis FROM access.grants UNION ALL SELECT reason, NULL FROM access.grant_history',
    );
    expect(stored).toHaveLength(3);
    expect(JSON.stringify(stored)).not.toMatch(/19850612|3900009901|３９００００９９０１/);
    expect(JSON.stringify(await list('court.head'))).not.toMatch(/19850612/);
  });

  it.each<[string, object]>([
    ['caseUid', { caseUid: '379999198506120130' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: '\u200b。\u2060' }],
    ['reason', { reason: '核对\0身份' }],
    ['reason', { reason: '长'.repeat(501) }],
    ['legalBasis', { legalBasis: '' }],
    ['until', { until: minutesLater(60 * 24 * 31).toISOString() }],
    ['fields', { fields: ['Person.displayName'] }],
    ['idempotencyKey', {}],
  ])('with a wrong %s is refused in a sentence that names it, and quotes nothing', async (argument, wrong) => {
    const { codes, messages } = await request(
      'proc.li',
      { ...UNMASK, ...wrong },
      argument === 'idempotencyKey' ? ' ' : 'k',
    );
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(messages[0]).toContain(argument);
    expect(messages[0]).not.toContain('1985');
    expect(await list('officer.security')).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['police.fa', UNMASK, 'deny.default'],
    ['police.fa', CHECK, 'deny.default'],
    ['court.clerk', CHECK, 'deny.default'],
    ['lawyer.he', UNMASK, 'deny.field-policy'],
    ['proc.head', UNMASK, 'deny.field-policy'],
    ['officer.security', GLASS, 'deny.field-policy'],
    ['officer.audit', CHECK, 'deny.field-policy'],
    ['officer.system', UNMASK, 'deny.field-policy'],
  ])('of %s for %j is not taken, and is on record', async (user, input, rule) => {
    expect((await request(user, input)).codes).toEqual(['FORBIDDEN']);
    expect(records()).toEqual([expect.objectContaining({ decision: 'deny', rule, actor: USERS[user]?.subject })]);
    expect(await list('officer.security')).toEqual([]);
  });

  it('waits with so many others of its applicant at most: nobody fills the store', async () => {
    for (let each = 0; each < MAX_WAITING; each += 1) await request('proc.li', UNMASK);
    expect((await request('proc.li', UNMASK)).codes).toEqual(['CONFLICT']);
    expect(records().at(-1)).toMatchObject({ decision: 'deny', rule: 'deny.too-many-waiting' });
    expect((await request('police.wang', UNMASK)).codes).toEqual([]);
    opened.now = minutesLater(60);
    expect((await request('proc.li', { ...UNMASK, until: minutesLater(90).toISOString() })).codes).toEqual([]);
  });

  it('states a purpose', async () => {
    const { codes } = await does('request', { input: UNMASK }, envelopeOf('proc.li', { purpose: 'RECORD_CHECK' }));
    expect(codes).toEqual(['PURPOSE_REQUIRED']);
  });
});
