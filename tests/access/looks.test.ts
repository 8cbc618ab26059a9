import { beforeEach, describe, expect, it } from '@jest/globals';
import { NOW } from '#subgraphs/access/grants/grants.fixture.ts';
import { actsOn, UNMASK } from '#tests/access/acts.ts';
import { ask, envelopeOf, withAccess } from '#tests/access/harness.ts';

const opened = withAccess();
const { asked, decide } = actsOn(opened);
const see = (query: string, who = 'officer.security') => ask(opened, envelopeOf(who), query);
beforeEach(async () => {
  const explain = { ask: async () => [], close: async () => {} };
  const auditor = { alerts: async () => [] };
  Object.assign(opened.parts, { explain, auditor });
  const account = { subject: 'sub-lin', username: 'court.lin', agency: 'COURT-379999', staffNo: 'FY0001' };
  const stated = { ...account, licenceNo: null, enabled: true, roles: ['court.judge'] };
  await opened.store.takeOverAccounts('i', [stated], NOW);
});

describe('who looks at grants, accounts and alerts is in the log of this subgraph too', () => {
  it.each([
    ['grants', '{ grants { grantUid } }'],
    ['myGrants', '{ myGrants { grantUid } }'],
    ['rightsOf', '{ rightsOf(user: "court.lin") { username } }'],
    ['rightsReview', '{ rightsReview(agency: "COURT-379999") { username } }'],
    ['alerts', '{ alerts { alertUid } }'],
  ])('%s; where that cannot be written, nothing is told', async (field, query) => {
    expect((await see(query)).codes).toEqual([]);
    expect(opened.audit.records).toMatchObject([
      { event: 'row', decision: 'permit', rule: 'fields.permitted', fields: [`Query.${field}`], case: null },
    ]);
    opened.audit.state.isFull = true;
    await expect(see(query)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  });

  it('an act on a grant that there is not', async () => {
    expect((await decide('proc.head', 'G-0', 'APPROVE')).codes).toEqual(['NOT_FOUND']);
    expect(opened.audit.records).toMatchObject([{ event: 'grant', decision: 'deny', rule: 'deny.absent', case: null }]);
  });
});

describe('the log holds no text that somebody typed', () => {
  const NUMBER = '379999198506120130';
  it.each([
    `{ explainAccess(user: "court.lin", field: "${NUMBER}", case: "${NUMBER}", purpose: HANDLE_CASE) { field } }`,
    `{ explainAccess(user: "${NUMBER}", field: "Case.kind", purpose: HANDLE_CASE) { field } }`,
    `{ whoCanSee(field: "${NUMBER}", case: "ZF-2025-000001") { user } }`,
    `{ rightsOf(user: "${NUMBER}") { username } }`,
    `{ grants(after: "${NUMBER}") { grantUid } }`,
  ])('%s', async (query) => {
    await see(query);
    expect(JSON.stringify(opened.audit.records)).not.toContain(NUMBER);
    expect(opened.audit.records).toHaveLength(1);
  });

  it('an act', async () => {
    const uid = await asked('proc.li', { ...UNMASK, reason: `核对${NUMBER}` });
    await decide('proc.head', uid, 'REFUSE', NUMBER);
    await decide('proc.head', NUMBER, 'REFUSE', NUMBER);
    expect(JSON.stringify(opened.audit.records)).not.toContain(NUMBER);
  });
});
