import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { CASES } from '#demo/world/cases.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';

describe('the rows of 12368', () => {
  const rows = court12368Rows();

  it('are one for each court number of the world, in whatever brackets', () => {
    expect(rows.map(({ AH }) => courtCaseNo.parse(AH))).toEqual(CASES.flatMap(({ courtCaseNos }) => courtCaseNos));
    expect(rows.map(({ AH }) => AH).join()).toContain('(2025)');
  });

  it('hold the parties with their identity numbers, as the real system does', () => {
    const [first] = rows;
    expect(first?.DSR.map(({ XH }) => XH)).toEqual(['1', '2', '3', '4']);
    for (const { SFZHM } of rows.flatMap(({ DSR }) => DSR)) expect(SFZHM).toMatch(/^\d{17}[\dX]$/);
  });
});
