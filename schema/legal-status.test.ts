import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '#schema/enums/enum.ts';
import { LEGAL_STATUS, type LegalStatus } from '#schema/enums/legal-status.ts';
import { LEGAL_STATUS_STEPS, standingOn } from '#schema/legal-status.ts';

const ALL = valuesOf<LegalStatus>(LEGAL_STATUS);
const DAY = '2025-05-27';
const standing = (legalStatus: LegalStatus, legalStatusSince: string | null) => ({ legalStatus, legalStatusSince });
const steps = (status: LegalStatus) => LEGAL_STATUS_STEPS[status];

describe('on a day', () => {
  it.each([
    ['2025-05-15', 'DEFENDANT'],
    ['2025-05-26', 'DEFENDANT'],
    ['2025-05-27', 'CONVICT'],
    ['2030-01-01', 'CONVICT'],
  ] as const)('%s the convict of case 12, whose judgment takes effect on 2025-05-27, is %s', (today, status) => {
    expect(standingOn(today, standing('CONVICT', DAY))).toEqual(standing(status, status === 'CONVICT' ? DAY : null));
  });

  it.each([
    ['CONVICT', 'DEFENDANT'],
    ['ACQUITTED', 'DEFENDANT'],
    ['DEFENDANT', 'SUSPECT'],
    ['NOT_PROSECUTED', 'SUSPECT'],
    ['CLEARED', 'SUSPECT'],
    ['SUSPECT', 'SUSPECT'],
    ['NOT_APPLICABLE', 'NOT_APPLICABLE'],
  ] as const)('who will be %s is %s until then', (status, before) => {
    expect(standingOn('2025-05-26', standing(status, DAY))).toEqual(standing(before, null));
    expect(steps(before)).toBeLessThanOrEqual(steps(status));
  });

  it.each(ALL)('%s without a first day stands', (status) => {
    expect(standingOn('2025-05-26', standing(status, null))).toEqual(standing(status, null));
  });
});

it('only judgments come equally far', () => {
  const groups = [...Map.groupBy(ALL, steps).values()];
  expect(groups.filter(({ length }) => length > 1)).toEqual([['CONVICT', 'ACQUITTED']]);
});
