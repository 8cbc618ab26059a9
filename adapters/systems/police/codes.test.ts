import { describe, expect, it } from '@jest/globals';
import {
  AGENCIES,
  AGENCY_CODES,
  DOCUMENTS,
  FUNCTIONS,
  MEASURES,
  ROLES,
  STATUSES,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
} from '#adapters/systems/police/codes.ts';
import { POLICE_FUNCTIONS } from '#adapters/systems/police/port.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { valuesOf } from '#schema/enums/enum.ts';
import { MEASURE_KIND } from '#schema/enums/measure-kind.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { POLICE_CASE_STATUS } from '#schema/enums/police-case-status.ts';
import { TRANSFER_KIND } from '#schema/enums/transfer-kind.ts';
import { TRANSFER_STATUS } from '#schema/enums/transfer-status.ts';

describe('the code lists', () => {
  it.each([
    ['case states', STATUSES, POLICE_CASE_STATUS],
    ['measures', MEASURES, MEASURE_KIND],
    ['transfer states', TRANSFER_STATUSES, TRANSFER_STATUS],
  ])('of %s have each word of the graph once', (_, list, words) => {
    expect([...list.values()].sort()).toEqual([...valuesOf<string>(words)].sort());
  });

  it.each([
    ['roles', ROLES, PARTY_ROLE],
    ['transfers', TRANSFER_KINDS, TRANSFER_KIND],
  ])('of %s have words of the graph, none twice', (_, list, words) => {
    expect(valuesOf<string>(words)).toEqual(expect.arrayContaining([...list.values()]));
    expect(new Set(list.values()).size).toBe(list.size);
  });

  it('of agencies are in the directory, and can be read both ways', () => {
    for (const [code, agency] of AGENCIES) {
      expect(departmentOfAgency(agency)).not.toBeNull();
      expect(AGENCY_CODES.get(agency)).toBe(code);
    }
  });

  it('of documents name each number of the police in the catalogue', () => {
    const ours = new Set([...DOCUMENTS.values()].map(([code]) => code).filter((code) => code.startsWith('GA-')));
    expect(ours.size).toBe(13);
  });

  it('of functions are all', () => {
    expect(new Set(FUNCTIONS.values())).toEqual(new Set(POLICE_FUNCTIONS));
  });
});
