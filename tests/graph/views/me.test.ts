import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { as, expectRefused, post, tokenOf } from '#tests/harness/ask.ts';

const ME = {
  query: '{ me { displayName roles staffNo agency { agencyCode } lawyer { licenceNo name firm { name } active } } }',
};
/** WORLD 3: the roles, the agency and what ties the token to a record; heads, who decide grants, are ours. */
const USERS: readonly (readonly [
  user: string,
  roles: readonly string[],
  agency: string | null,
  staffNo: string | null,
])[] = [
  ['police.wang', ['police.investigator'], 'POLICE-379999', 'GA0001'],
  ['police.zhao', ['police.investigator'], 'POLICE-379999', 'GA0002'],
  ['police.fa', ['police.legal_reviewer'], 'POLICE-379999', 'GA0003'],
  ['police.liu', ['police.investigator'], 'POLICE-439999', 'GB0001'],
  ['detention.ma', ['police.detention_officer'], 'DETENTION-379999', 'KS0001'],
  ['proc.li', ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'], 'PROC-379999', 'JC0001'],
  ['proc.chen', ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'], 'PROC-379999', 'JC0002'],
  ['proc.intake', ['procuratorate.case_manager'], 'PROC-379999', 'JC0003'],
  ['proc.12309', ['procuratorate.hotline_12309'], 'PROC-379999', 'JC0004'],
  ['court.lin', ['court.judge'], 'COURT-379999', 'FY0001'],
  ['court.zhou', ['court.judge'], 'COURT-379999', 'FY0002'],
  ['court.clerk', ['court.clerk'], 'COURT-379999', 'FY0003'],
  ['court.12368', ['court.hotline_12368'], 'COURT-379999', 'FY0004'],
  ['legalaid.sun', ['justice.legal_aid_officer'], 'LEGALAID-379999', 'FA0001'],
  ['mediator.gao', ['justice.mediator'], 'MEDIATION-379999', 'TJ0001'],
  ['correction.tang', ['justice.correction_officer'], 'CORRECTION-379999', 'SJ0001'],
  ['notary.qian', ['notary.notary'], 'NOTARY-32379999FAKE6NTY35', 'GZ0001'],
  ['lawyer.he', ['lawyer.defence'], '31379999FAKE5LAW5B', null],
  ['party.zheng', ['party'], null, null],
  ['party.hua', ['party'], null, null],
  ['coordinator.wu', ['coordination.coordinator'], 'COORD-379999', 'ZF0001'],
  ['officer.security', ['platform.security_officer'], 'platform', 'PT0001'],
  ['officer.security2', ['platform.security_officer'], 'platform', 'PT0002'],
  ['officer.audit', ['platform.auditor'], 'platform', 'PT0003'],
  ['officer.system', ['platform.system_administrator'], 'platform', 'PT0004'],
  ['court.bulk', ['court.judge'], 'COURT-379999', 'FY0009'],
  ['proc.bulk', ['procuratorate.prosecutor'], 'PROC-379999', 'JC0009'],
  ['police.bulk', ['police.investigator'], 'POLICE-379999', 'GA0009'],
];

describe.each(USERS)('%s', (user, roles, agency, staffNo) => {
  it('is told who asks, without a purpose', async () => {
    const { status, data, errors } = await as(user, { purpose: null }).ask(ME);
    // A firm is an organisation and the platform none of the agencies.
    const of = agency === null || !agency.includes('-') ? null : { agencyCode: agency };
    const lawyer = user === 'lawyer.he' ? expect.any(Object) : null;
    expect({ status, data, errors }).toEqual({
      status: 200,
      data: { me: { displayName: user, roles, staffNo, agency: of, lawyer } },
      errors: [],
    });
  });

  it('has a token that says so, for this graph and for ten minutes at least', async () => {
    const claims = decodeJwt(await tokenOf(user));
    expect({ ...claims, aud: [claims.aud].flat(), life: Number(claims.exp) - Number(claims.iat) >= 600 }).toMatchObject(
      {
        ...{ preferred_username: user, realm_access: { roles: expect.arrayContaining([...roles]) } },
        ...{ aud: expect.arrayContaining(['zhengfa-graph']), life: true },
      },
    );
    const { agency: of = null, staffNo: no = null, licenceNo = null } = claims;
    expect({ of, no, licenceNo }).toEqual({
      ...{ of: agency, no: staffNo },
      licenceNo: user === 'lawyer.he' ? '13799202010999001' : null,
    });
    if (agency?.includes('-')) expect(claims.areaCode).toBe(/439999/.test(agency) ? '439999' : '379999');
  });
});

it('lawyer.he is told what the register of lawyers says of the own licence', async () => {
  const { data, errors } = await as('lawyer.he', { purpose: null }).ask(ME);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    me: {
      ...{ displayName: 'lawyer.he', roles: ['lawyer.defence'], staffNo: null },
      lawyer: { licenceNo: '13799202010999001', name: '何拟辩', firm: { name: '虚构正衡律师事务所' }, active: true },
    },
  });
});

it('nobody is told anything without a token', async () => {
  expectRefused(await post(JSON.stringify(ME)), 401, 'UNAUTHENTICATED');
});
