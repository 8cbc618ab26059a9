import { expect, it } from '@jest/globals';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { CASES } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

const rows = legalAidRows();

it('there is a file for every beneficiary of the world, and no other', () => {
  const beneficiaries = CASES.flatMap(({ parties }) => parties.flatMap(({ legalAidId }) => legalAidId ?? []));
  expect(rows.T_FYAJ.map(({ FYAJBH }) => FYAJBH)).toEqual(beneficiaries);
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

it('the system knows beneficiaries by a number of its own, not by name or identity number', () => {
  const text = JSON.stringify(rows);
  for (const { name, idNumber } of Object.values(PEOPLE)) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(idNumber);
  }
});
