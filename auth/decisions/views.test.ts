import { describe, expect, it } from '@jest/globals';
import {
  type CaseView,
  opens,
  reaches,
  showsAccusedOnly,
  showsOwnPartiesOnly,
  showsOwnRowsOnly,
  viewAt,
} from '#auth/decisions/views.ts';
import { FACETS } from '#auth/policies/vocabulary.ts';
import { DEPARTMENTS } from '#schema/departments.ts';
import { STAGE, type Stage } from '#schema/enums/stage.ts';

const ALL = FACETS.join(' ');
const REVIEWS = 'DOCUMENTS TRANSFERS DEADLINES RECORDS';

/** All that each view opens, by department, in the order of the facets; a department that is not named is closed. */
const OPEN: Readonly<Record<CaseView, Readonly<Record<string, string>>>> = {
  WHOLE: { POLICE: ALL, PROCURATORATE: ALL, COURT: ALL, JUSTICE: ALL, NOTARY: ALL, PLATFORM: ALL },
  POLICE: { POLICE: ALL, PROCURATORATE: REVIEWS, PLATFORM: 'PARTIES' },
  INTAKE: { PROCURATORATE: REVIEWS, PLATFORM: 'PARTIES' },
  COUNSEL: {
    POLICE: 'REPRESENTATIONS MEASURES CUSTODY DOCUMENTS',
    PROCURATORATE: 'REPRESENTATIONS DOCUMENTS DEADLINES RECORDS',
    COURT: 'REPRESENTATIONS DOCUMENTS DEADLINES RECORDS',
    JUSTICE: 'REPRESENTATIONS',
    PLATFORM: 'PARTIES',
  },
  OWN_CLIENT: {
    POLICE: 'REPRESENTATIONS MEASURES CUSTODY',
    PROCURATORATE: 'REPRESENTATIONS',
    PLATFORM: 'PARTIES',
  },
  PARTY: { COURT: 'PERSONS REPRESENTATIONS DOCUMENTS RECORDS', PLATFORM: 'PARTIES' },
  LEGAL_AID_ONLY: { JUSTICE: 'PERSONS RECORDS' },
  CUSTODY_ONLY: { POLICE: 'CUSTODY', PLATFORM: 'PARTIES' },
  MEDIATION_ONLY: { COURT: 'RECORDS' },
  RELATED: { COURT: 'RECORDS' },
  RECORD_CHECK: { POLICE: 'RECORDS', PROCURATORATE: 'RECORDS', COURT: 'RECORDS', PLATFORM: 'PARTIES' },
};
/** Views of records that name the caller themselves: they reach no other. */
const OWN_RECORDS = ['LEGAL_AID_ONLY', 'CUSTODY_ONLY', 'MEDIATION_ONLY', 'RELATED'];
const VIEWS = Object.keys(OPEN) as CaseView[];

describe.each(VIEWS)('%s', (view) => {
  it('opens this and nothing else', () => {
    const open = DEPARTMENTS.flatMap((department) => {
      const facets = FACETS.filter((facet) => opens(view, department, facet));
      return facets.length > 0 ? [[department, facets.join(' ')]] : [];
    });
    expect(Object.fromEntries(open)).toEqual(OPEN[view]);
  });

  it('reaches the records of these departments', () => {
    const reached = DEPARTMENTS.filter((department) => reaches(view, department));
    expect(reached).toEqual(
      OWN_RECORDS.includes(view) ? [] : DEPARTMENTS.filter((department) => OPEN[view][department] !== undefined),
    );
  });
});

it('whose parties, whose rows', () => {
  expect(VIEWS.filter(showsOwnPartiesOnly)).toEqual(['OWN_CLIENT', 'LEGAL_AID_ONLY', 'CUSTODY_ONLY']);
  expect(VIEWS.filter(showsAccusedOnly)).toEqual(['RECORD_CHECK']);
  expect(VIEWS.filter(showsOwnRowsOnly)).toEqual(['COUNSEL', 'OWN_CLIENT', 'PARTY', 'LEGAL_AID_ONLY', 'CUSTODY_ONLY']);
});

it('the stage widens the view of counsel, and no other', () => {
  for (const stage of [null, ...(Object.keys(STAGE) as Stage[])])
    for (const view of VIEWS.filter((each) => each !== 'OWN_CLIENT')) expect(viewAt(view, stage)).toBe(view);
});
