import { expect, it } from '@jest/globals';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { CASES } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidNo } from '#schema/identifiers/legal-aid-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

const rows = legalAidRows();
const beneficiaryOf = (key: string | null) => rows.T_SYR.find(({ SYRBH }) => SYRBH === key);

it('there is a case for every beneficiary of the world, and no other', () => {
  const inWorld = CASES.flatMap(({ parties }) =>
    parties.flatMap(({ legalAidId, person, minorAtOffence }) => {
      const { name, idNumber, phone } = PEOPLE[person];
      return legalAidId === undefined ? [] : [[legalAidId, name, idNumber, phone, minorAtOffence]];
    }),
  );
  const here = rows.T_FYAJ.map(({ FYAJBH, SYRBH }) => {
    const { SYRXM, ZJHM, LXDH, WCNBZ } = beneficiaryOf(SYRBH) ?? {};
    return [FYAJBH, SYRXM, ZJHM, LXDH, WCNBZ === '1'];
  });
  expect(here).toEqual(inWorld.sort());
});

it('a case is linked to a number of the same case of the world, in whatever brackets', () => {
  for (const { FYAJBH, GLAH } of rows.T_FYAJ) {
    const { acceptanceNos = [], courtCaseNos = [] } =
      CASES.find(({ parties }) => parties.some(({ legalAidId }) => legalAidId === FYAJBH)) ?? {};
    const number = acceptanceNo.parse(GLAH ?? '') ?? courtCaseNo.parse(GLAH ?? '');
    expect([...acceptanceNos, ...courtCaseNos]).toContain(number);
  }
});

it('a sex is what the identity number says', () => {
  for (const { ZJHM, XBDM } of rows.T_SYR) expect(XBDM).toBe(Number(ZJHM?.at(16)) % 2 === 1 ? '1' : '2');
});

it('numbers are valid by their check digits', () => {
  expect(rows.T_SYR.filter(({ ZJHM }) => citizenId.parse(ZJHM ?? '') === null)).toEqual([]);
  expect(rows.T_FYAJ.filter(({ AH }) => legalAidNo.parse(AH ?? '') === null)).toEqual([]);
});

it('every lawyer and firm that a row names is in the register, under a valid number', () => {
  const lawyers = rows.T_LS.map(({ LSZYZH }) => LSZYZH);
  const firms = rows.T_LSS.map(({ LSSDM }) => LSSDM);
  expect(lawyers).toEqual(
    expect.arrayContaining([...rows.T_FYAJ, ...rows.T_ZPJL].flatMap(({ LSZYZH }) => LSZYZH ?? [])),
  );
  expect(firms).toEqual(expect.arrayContaining(rows.T_LS.flatMap(({ LSSDM }) => LSSDM ?? [])));
  expect(lawyers.map(lawyerLicenceNo.parse)).toEqual(lawyers);
  expect(firms.map(unifiedSocialCreditCode.parse)).toEqual(firms);
});
