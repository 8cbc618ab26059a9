import { describe, expect, it } from '@jest/globals';
import { AGENCIES, departmentOfAgency } from '#schema/agencies.ts';
import { areaCode } from '#schema/identifiers/area-code.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

describe('the agency directory', () => {
  it.each([
    ['DETENTION-379999', 'DETENTION_CENTRE'],
    ['COURT-3799', 'COURT'],
    ['LEGALAID-379999', 'JUSTICE'],
    ['NOTARY-32379999FAKE6NTY35', 'NOTARY'],
  ])('%s counts under %s', (code, department) => {
    expect(departmentOfAgency(code)).toBe(department);
  });

  it.each(['COURT-379998', 'court-379999', 'constructor', ''])('does not know %j', (code) => {
    expect(departmentOfAgency(code)).toBeNull();
  });

  it('has each code once, with a valid area code', () => {
    expect(new Set(AGENCIES.map((agency) => agency.agencyCode)).size).toBe(AGENCIES.length);
    for (const agency of AGENCIES) expect(areaCode.parse(agency.areaCode)).toBe(agency.areaCode);
  });

  it('names the notary office by its credit code', () => {
    const codes = AGENCIES.filter(({ department }) => department === 'NOTARY').map(({ agencyCode }) =>
      agencyCode.slice('NOTARY-'.length),
    );
    for (const code of codes) expect(unifiedSocialCreditCode.parse(code)).toBe(code);
  });
});
