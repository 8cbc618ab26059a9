import { describe, expect, it } from '@jest/globals';
import {
  ASSIGNMENT_KINDS,
  GROUNDS,
  INSTITUTION_CODES,
  INSTITUTIONS,
  LAWYER_CATEGORIES,
  LINKED_NUMBERS,
  ORGANS,
  ROLES,
  STAGES,
  STATUS_CODES,
  STATUSES,
} from '#adapters/systems/legal-aid/codes.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { type Enum, valuesOf } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { REPRESENTATION_KIND } from '#schema/enums/representation-kind.ts';
import { STAGE } from '#schema/enums/stage.ts';

/** Of each table: the graph's words, and those that this system has no part in. */
const TABLES: Readonly<Record<string, readonly [ReadonlyMap<string, string>, Enum, ...string[]]>> = {
  ZT: [STATUSES, LEGAL_AID_STATUS],
  YYLB: [GROUNDS, LEGAL_AID_GROUND],
  AJJD: [STAGES, STAGE, 'ACCEPTANCE', 'ARREST_REVIEW', 'EXECUTION', 'CLOSED'],
  ZPLX: [ASSIGNMENT_KINDS, REPRESENTATION_KIND, 'RETAINED', 'AGENT'],
};

describe('the code tables', () => {
  it.each(Object.entries(TABLES))('%s is total, each word once', (_list, [codes, words, ...none]) => {
    expect([...codes.values(), ...none].sort()).toEqual([...valuesOf(words)].sort());
  });

  it('has roles of the graph, none twice', () => {
    expect(valuesOf<string>(PARTY_ROLE)).toEqual(expect.arrayContaining([...ROLES.values()]));
    expect(new Set(ROLES.values()).size).toBe(ROLES.size);
  });

  it('has a kind for each number that an organ may write', () => {
    expect([...LINKED_NUMBERS.values()]).toEqual(['POLICE_CASE_NO', 'ACCEPTANCE_NO', 'COURT_CASE_NO']);
  });

  it('has a category for each digit of a licence number (DOMAIN 3.9)', () => {
    expect([...LAWYER_CATEGORIES.keys()].join('')).toBe('123456789');
  });

  it('has agencies of the directory, and finds back the code of an institution and of a status', () => {
    for (const agencyCode of [...INSTITUTIONS.values(), ...ORGANS.values()])
      expect(departmentOfAgency(agencyCode)).not.toBeNull();
    for (const [agencyCode, code] of INSTITUTION_CODES) expect(INSTITUTIONS.get(code)).toBe(agencyCode);
    for (const [status, code] of STATUS_CODES) expect(STATUSES.get(code)).toBe(status);
    expect([INSTITUTION_CODES.size, STATUS_CODES.size]).toEqual([INSTITUTIONS.size, STATUSES.size]);
  });
});
