import { describe, expect, it } from '@jest/globals';
import { dateOf, YESTERDAY } from '#demo/bulk/days.ts';
import { BULK_FIRMS, BULK_LAWYERS } from '#demo/bulk/lawyers.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import { type CriminalPlan, type Plan, planOf } from '#demo/bulk/plan.ts';
import { PROFILES, profileOf, SHARED_CASES } from '#demo/bulk/profiles.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { LAWYERS, STAFF } from '#demo/world/staff.ts';
import { addMonths } from '#schema/calendar/dates.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { legalAidNo } from '#schema/identifiers/legal-aid-no.ts';
import { policeDocumentNo } from '#schema/identifiers/police-document-no.ts';
import { procuratorateDocumentNo } from '#schema/identifiers/procuratorate-document-no.ts';
import { unifiedAcceptanceNo } from '#schema/identifiers/unified-acceptance-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';

const seed = 1;
const plansOf = (count: number, of = seed) => Array.from({ length: count }, (_, index) => planOf(of, index));
const plans = plansOf(600);
const criminal = plans.filter((plan) => plan.kind === 'CRIMINAL');

const peopleOf = (plan: Plan): readonly BulkPerson[] =>
  plan.kind === 'CRIMINAL' ? [...plan.suspects, ...plan.victims] : [plan.plaintiff, plan.defendant];
const suspectsOf = ({ suspects, times }: CriminalPlan) => suspects.map((suspect) => ({ suspect, times }));

describe('a plan', () => {
  it('is a function of seed and index', () => {
    expect(plansOf(200)).toEqual(plans.slice(0, 200));
    expect(plansOf(20, 2)).not.toEqual(plans.slice(0, 20));
  });

  it('lets things happen in their order, none after the business day but what is still to come', () => {
    for (const { times } of plans) {
      const { registered, filed, caught, arrestRequested, arrestDecided, referred, returned, resubmitted } = times;
      const { concluded, docketed, judged, effective, appealDocketed, withdrawn, mediated } = times;
      const before = [registered, filed, caught, arrestRequested, arrestDecided];
      const after = [referred, returned, resubmitted, concluded, docketed, judged];
      for (const ends of [[effective], [appealDocketed], [withdrawn]]) {
        const days = [...before, ...after, ...ends].filter((day) => day !== null);
        expect(days).toEqual(days.toSorted((a, b) => a - b));
      }
      for (const day of [...before, ...after, withdrawn, mediated, effective, appealDocketed]) {
        if (day === null) continue;
        expect(day).toBeLessThanOrEqual(YESTERDAY);
        expect(dateOf(day) >= '2024-07-01').toBe(true);
      }
      // Acceptance and court numbers are all of this year.
      for (const day of [arrestRequested, docketed]) expect(day === null || dateOf(day) >= '2025-01-01').toBe(true);
    }
  });

  it('keeps to the periods of the law', () => {
    for (const { times } of criminal) {
      const { caught, arrestRequested, arrestDecided, referred, returned, resubmitted, concluded, docketed } = times;
      if (caught && arrestRequested && arrestDecided) expect(arrestRequested - caught).toBeLessThanOrEqual(7);
      if (arrestRequested && arrestDecided) expect(arrestDecided - arrestRequested).toBeLessThanOrEqual(7);
      if (returned && resubmitted) expect(resubmitted - returned).toBeLessThanOrEqual(28);
      const reviewed = resubmitted ?? referred;
      if (reviewed && concluded) expect(concluded - reviewed).toBeLessThanOrEqual(28);
      if (concluded && docketed) expect(docketed - concluded).toBeLessThanOrEqual(7);
    }
  });
});

describe('the people of the plans', () => {
  const people = plans.flatMap(peopleOf);

  it('have valid numbers of areas that are allotted to nobody, with the sex that they say', () => {
    for (const { idNumber, sex } of people) {
      expect(citizenId.parse(idNumber)).toBe(idNumber);
      expect(idNumber).toMatch(/^(379999|439999|449999)/);
      expect(Number(idNumber.charAt(16)) % 2).toBe(sex === 'MALE' ? 1 : 0);
    }
  });

  it('are of age, or minors of 15 to 17 when the case was registered', () => {
    for (const { suspect, times } of criminal.flatMap(suspectsOf)) {
      const born = suspect.idNumber.replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3');
      const registered = dateOf(times.registered);
      expect(addMonths(born, 18 * 12) > registered).toBe(suspect.minor);
      if (suspect.minor) expect(addMonths(born, 15 * 12) < registered).toBe(true);
    }
    expect(people.some(({ minor }) => minor)).toBe(true);
  });

  it('have names of their own within a case, and none of the world', () => {
    const world = [...Object.values(PEOPLE), ...Object.values(STAFF), ...Object.values(LAWYERS)];
    const taken = new Set<string>(world.map(({ name }) => name));
    expect(people.filter(({ name }) => taken.has(name))).toEqual([]);
    for (const plan of plans) {
      const names = peopleOf(plan).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { staffNo, name } of Object.values(BULK_STAFF)) {
      expect(Object.values(STAFF).some((each) => each.staffNo === staffNo || each.name === name)).toBe(false);
    }
  });
});

describe('the numbers in the plans', () => {
  it('of documents are valid, and each is given once', () => {
    const documents = criminal.flatMap((plan) => plan.documents);
    for (const { origin, number } of documents) {
      const { parse } = origin === 'POLICE' ? policeDocumentNo : procuratorateDocumentNo;
      expect(parse(number)).toBe(number);
    }
    const numbers = documents.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of reviews, legal aid and lawyers are valid', () => {
    for (const { unifiedNo, legalAid } of criminal) {
      if (unifiedNo !== null) expect(unifiedAcceptanceNo.parse(unifiedNo)).toBe(unifiedNo);
      if (legalAid === null) continue;
      expect(legalAidId.parse(legalAid.legalAidId)).toBe(legalAid.legalAidId);
      expect(legalAidNo.parse(legalAid.number)).toBe(legalAid.number);
    }
    expect(BULK_LAWYERS.filter(({ licenceNo }) => lawyerLicenceNo.parse(licenceNo) !== licenceNo)).toEqual([]);
    expect(BULK_FIRMS.filter(({ uscc }) => unifiedSocialCreditCode.parse(uscc) !== uscc)).toEqual([]);
  });
});

describe('the mixture', () => {
  it('has every profile, and gives the first cases to all three bulk users', () => {
    expect(new Set(plans.map(({ profile }) => profile)).size).toBe(Object.keys(PROFILES).length);
    for (let index = 0; index < SHARED_CASES; index += 1) {
      expect(PROFILES[profileOf(index)].records).toEqual(
        expect.arrayContaining(['POLICE', 'ARREST_REVIEW', 'PROSECUTION_REVIEW', 'CRIMINAL_TRIAL']),
      );
    }
  });

  it('holds nobody: a measure in force leaves the person free, and there is at most one', () => {
    for (const { suspect } of criminal.flatMap(suspectsOf)) {
      const current = suspect.measures.filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind);
      expect(current.length).toBeLessThanOrEqual(1);
      for (const kind of current) expect(['BAIL', 'RESIDENTIAL_SURVEILLANCE']).toContain(kind);
    }
  });

  it('arrests exactly those whose arrest was approved', () => {
    for (const { suspect } of criminal.flatMap(suspectsOf)) {
      const arrested = suspect.measures.filter(({ kind }) => kind === 'ARREST').map(({ from }) => from);
      expect(arrested).toEqual(suspect.decision?.decision === 'APPROVED' ? [suspect.decision.executedAt] : []);
    }
  });
});
