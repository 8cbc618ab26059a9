import { expect, it } from '@jest/globals';
import { as, expectRefused, post } from '#tests/harness/ask.ts';

const ME = {
  query: '{ me { displayName roles staffNo agency { agencyCode } lawyer { licenceNo name firm { name } active } } }',
};
const agency = (agencyCode: string) => ({ agencyCode });

it.each([
  ['court.lin', ['court.judge'], 'FY0001', agency('COURT-379999')],
  ['proc.li', ['procuratorate.juvenile_prosecutor', 'procuratorate.prosecutor'], 'JC0001', agency('PROC-379999')],
  ['police.liu', ['police.investigator'], 'GB0001', agency('POLICE-439999')],
  ['detention.ma', ['police.detention_officer'], 'KS0001', agency('DETENTION-379999')],
  ['coordinator.wu', ['coordination.coordinator'], 'ZF0001', agency('COORD-379999')],
  ['party.zheng', ['party'], null, null],
])('%s is told who asks, without a purpose', async (user, roles, staffNo, of) => {
  const { status, data, errors } = await as(user, { purpose: null }).ask(ME);
  expect({ status, data, errors }).toEqual({
    status: 200,
    data: { me: { displayName: user, roles, staffNo, agency: of, lawyer: null } },
    errors: [],
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
