import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valuesOf } from '#schema/enums/enum.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { type LegalAct, legalStatusOf } from '#schema/legal-status.ts';

/** The convict of case 12: prosecuted, judged on 2025-05-15, effective on 2025-05-27. */
const CONVICTION: LegalAct[] = [
  { act: 'PROSECUTED', on: '2025-04-10' },
  { act: 'GUILTY_EFFECTIVE', on: '2025-05-27' },
];

const suspect = (acts: LegalAct[], today: string) => legalStatusOf('SUSPECT_OR_DEFENDANT', acts, today);

describe('legalStatusOf', () => {
  it.each([
    ['2025-04-09', 'SUSPECT'],
    ['2025-04-10', 'DEFENDANT'],
    ['2025-05-15', 'DEFENDANT'],
    ['2025-05-26', 'DEFENDANT'],
    ['2025-05-27', 'CONVICT'],
    ['2030-01-01', 'CONVICT'],
  ] as const)('on %s the person of case 12 is %s', (today, status) => {
    expect(suspect(CONVICTION, today)).toBe(status);
  });

  it.each<[string, LegalAct['act'][], string]>([
    ['with nothing done', [], 'SUSPECT'],
    ['whose case was withdrawn by the police', ['CLEARED'], 'CLEARED'],
    ['whose withdrawn case is filed again', ['CLEARED', 'REOPENED'], 'SUSPECT'],
    ['not prosecuted', ['NOT_PROSECUTED'], 'NOT_PROSECUTED'],
    ['acquitted', ['PROSECUTED', 'NOT_GUILTY_EFFECTIVE'], 'ACQUITTED'],
    ['whose prosecution was withdrawn', ['PROSECUTED', 'PROSECUTION_WITHDRAWN'], 'SUSPECT'],
    ['then not prosecuted', ['PROSECUTED', 'PROSECUTION_WITHDRAWN', 'NOT_PROSECUTED'], 'NOT_PROSECUTED'],
    ['tried again', ['PROSECUTED', 'GUILTY_EFFECTIVE', 'RETRIAL_ORDERED'], 'DEFENDANT'],
  ])('a person %s', (_, acts, status) => {
    const oneADay = acts.map((act, i) => ({ act, on: `2025-03-0${i + 1}` }));
    expect(suspect(oneADay, '2025-06-16')).toBe(status);
    expect(
      suspect(
        oneADay.map(({ act }) => ({ act, on: '2025-03-01' })),
        '2025-06-16',
      ),
    ).toBe(status);
  });

  it('does not depend on the order in which acts of different days are listed', () => {
    expect(suspect([...CONVICTION].reverse(), '2025-06-16')).toBe('CONVICT');
  });

  it.each(valuesOf(PARTY_ROLE).filter((role) => role !== 'SUSPECT_OR_DEFENDANT'))('%s has none', (role) => {
    expect(legalStatusOf(role, CONVICTION, '2025-06-16')).toBe('NOT_APPLICABLE');
  });

  it('never calls anyone a convict before a guilty judgment is effective', () => {
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom<LegalAct['act']>('PROSECUTED', 'GUILTY_EFFECTIVE', 'CLEARED', 'RETRIAL_ORDERED'),
        on: fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'),
      }),
    );
    fc.assert(
      fc.property(acts, fc.constantFrom('2025-01-15', '2025-02-15', '2025-03-15'), (all, today) => {
        const guilty = all.some(({ act, on }) => act === 'GUILTY_EFFECTIVE' && on <= today);
        expect(guilty || suspect(all, today) !== 'CONVICT').toBe(true);
      }),
    );
  });
});
