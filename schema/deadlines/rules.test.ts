import { describe, expect, it } from '@jest/globals';
import { DEADLINE_CODES } from '#schema/deadlines/codes.ts';
import { DEADLINE_RULES, periodOf, ruleInForce } from '#schema/deadlines/rules/index.ts';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** The periods in force on the demo's business day, as DOMAIN 2.7 writes them. */
const IN_FORCE = `
CR-FILE ORDINARY 3d | CR-DET-SUBMIT ORDINARY 3d | CR-ARREST-REVIEW DETAINED 7d | CR-ARREST-REVIEW NOT_DETAINED 15d
CR-RECEIPT ORDINARY 3d | CR-INV-CUSTODY ORDINARY 2m | CR-REVIEW ORDINARY 1m | CR-REVIEW FAST_TRACK 10d | CR-SUPP ORDINARY 1m
CR-COURT-INTAKE ORDINARY 7d | CR-TRIAL ORDINARY 2m | CR-TRIAL SUMMARY 20d | CR-TRIAL FAST_TRACK 10d | CR-COPY ORDINARY -10d
CR-NOTICE ORDINARY -3d | CR-APPEAL JUDGMENT 10d | CR-APPEAL RULING 5d | CR-2ND ORDINARY 2m | CR-DELIVER ORDINARY 10d
CR-PRISON ORDINARY 1m | CR-CC-NOTIFY ORDINARY 5d | CR-CC-DOCS ORDINARY 10d | CR-CC-REPORT ORDINARY 10d
MS-BAIL ORDINARY 12m | MS-RES-SURV ORDINARY 6m
LA-NOTIFY ORDINARY 3d | LA-ASSIGN ORDINARY 3d | LA-FORWARD ORDINARY 24h | LA-DECIDE ORDINARY 7d | LA-APPOINT ORDINARY 3d
LAWYER-MEET ORDINARY 48h | LAWYER-READ ORDINARY 3wd
CV-DOCKET ORDINARY 7d | CV-FEE ORDINARY 7d | CV-SERVE ORDINARY 5d | CV-ANSWER ORDINARY 15d | CV-NOTICE ORDINARY -3d
CV-TRIAL ORDINARY 6m | CV-TRIAL SUMMARY 3m | CV-TRIAL SMALL_CLAIMS 2m | CV-APPEAL JUDGMENT 15d | CV-APPEAL RULING 10d
MED-PRE ORDINARY 30d | MED-CONFIRM ORDINARY 30d
NOT-ISSUE ORDINARY 15wd | SC-DECIDE ORDINARY 2m | SC-REVIEW ORDINARY 2m | PT-TRANSFER ORDINARY 15d | PT-DONE ORDINARY 60d
`
  .trim()
  .split(/ \| |\n/);

/** What prolongs, restarts or stands outside each of them, as DOMAIN 2.7 has it in the columns Extend and Restart; the others have nothing of it. */
const BEYOND = `
CR-FILE ORDINARY: to 7d, to 30d; TRAVEL | CR-DET-SUBMIT ORDINARY: 4d, to 30d; TRAVEL | CR-ARREST-REVIEW DETAINED: TRAVEL
CR-ARREST-REVIEW NOT_DETAINED: to 20d; TRAVEL | CR-RECEIPT ORDINARY: TRAVEL
CR-INV-CUSTODY ORDINARY: 1m, 2m, 2m; FURTHER_CRIME, IDENTITY_ESTABLISHED; TRAVEL
CR-REVIEW ORDINARY: 15d; SUPPLEMENTED×2, JURISDICTION_CHANGED; TRAVEL
CR-REVIEW FAST_TRACK: to 15d; SUPPLEMENTED×2, JURISDICTION_CHANGED; TRAVEL
CR-SUPP ORDINARY: TRAVEL | CR-COURT-INTAKE ORDINARY: TRAVEL
CR-TRIAL ORDINARY: 1m, 3m, as granted; SUPPLEMENTED×2, JURISDICTION_CHANGED, REMANDED; TRAVEL
CR-TRIAL SUMMARY: to 1m15d; SUPPLEMENTED×2, JURISDICTION_CHANGED, REMANDED; TRAVEL
CR-TRIAL FAST_TRACK: to 15d; SUPPLEMENTED×2, JURISDICTION_CHANGED, REMANDED; TRAVEL
CR-APPEAL JUDGMENT: 5d after; TRAVEL | CR-APPEAL RULING: 5d after; TRAVEL
CR-2ND ORDINARY: 2m, as granted; PROCURATORATE_READS_FILE, TRAVEL | CR-DELIVER ORDINARY: TRAVEL | CR-PRISON ORDINARY: TRAVEL
CR-CC-NOTIFY ORDINARY: TRAVEL | CR-CC-DOCS ORDINARY: TRAVEL | CR-CC-REPORT ORDINARY: TRAVEL | LA-DECIDE ORDINARY: SUPPLEMENT
CV-DOCKET ORDINARY: GAP_CLOSED×1; TRAVEL | CV-FEE ORDINARY: TRAVEL | CV-SERVE ORDINARY: TRAVEL | CV-ANSWER ORDINARY: TRAVEL
CV-TRIAL ORDINARY: 6m, as granted; TRAVEL | CV-TRIAL SUMMARY: 1m; TRAVEL | CV-TRIAL SMALL_CLAIMS: 1m; TRAVEL
CV-APPEAL JUDGMENT: TRAVEL | CV-APPEAL RULING: TRAVEL | MED-PRE ORDINARY: as granted; TRAVEL | MED-CONFIRM ORDINARY: TRAVEL
NOT-ISSUE ORDINARY: FORCE_MAJEURE, SUPPLEMENT, VERIFICATION | PT-DONE ORDINARY: 30d
`
  .trim()
  .split(/ \| |\n/);

function writtenBeyond({ extensions = {}, restarts = {}, excludes = {} }: (typeof DEADLINE_RULES)[number]): string {
  const most = (months: number, days: number) => `${months > 0 ? `${months}m` : ''}${days > 0 ? `${days}d` : ''}`;
  const extended = Object.values(extensions).map(({ prolongs, most: length }) => {
    if (length === null) return 'as granted';
    const text = most(length.months, length.days);
    return { BY: text, TO: `to ${text}`, AFTER: `${text} after` }[prolongs];
  });
  const again = Object.entries(restarts).map(([name, { atMost }]) => (atMost ? `${name}×${atMost}` : name));
  return [extended, again, Object.keys(excludes)]
    .flatMap((each) => (each.length > 0 ? each.join(', ') : []))
    .join('; ');
}

function written(rule: (typeof DEADLINE_RULES)[number]): string {
  const { length } = rule;
  const sign = rule.countedBack ? '-' : '';
  if ('hours' in length) return `${length.hours}h`;
  if ('workingDays' in length) return `${length.workingDays}wd`;
  return `${sign}${length.months > 0 ? `${length.months}m` : `${length.days}d`}`;
}

describe('the rules', () => {
  it('in force on 2025-06-16 are those of DOMAIN 2.7, and no others', () => {
    const inForce = DEADLINE_RULES.filter((rule) => ruleInForce(rule.code, periodOf(rule), '2025-06-16') === rule);
    expect(inForce.map((rule) => `${rule.code} ${periodOf(rule)} ${written(rule)}`)).toEqual(IN_FORCE);
    expect(new Set(inForce.map(({ code }) => code))).toEqual(new Set(Object.keys(DEADLINE_CODES)));
    const beyond = inForce.filter((rule) => writtenBeyond(rule) !== '');
    expect(beyond.map((rule) => `${rule.code} ${periodOf(rule)}: ${writtenBeyond(rule)}`)).toEqual(BEYOND);
  });

  it.each([
    ['CUSTODY', ['CR-DET-SUBMIT', 'CR-ARREST-REVIEW', 'CR-INV-CUSTODY']],
    ['CUSTODY_IF_HELD', ['CR-REVIEW', 'CR-SUPP', 'CR-TRIAL', 'CR-2ND']],
    ['STAYS', ['MS-BAIL', 'MS-RES-SURV', 'LA-FORWARD', 'LAWYER-MEET']],
  ])('that end as %s are these; all others move over a day off', (ending, codes) => {
    const ended = DEADLINE_RULES.filter((rule) => rule.ending === ending).map(({ code }) => code);
    expect([...new Set(ended)]).toEqual(codes);
  });

  it.each(DEADLINE_RULES)(
    '$code $period $validFrom: an article, a start, real days, described in Chinese first',
    (rule) => {
      const { code, basis, startsAt, validFrom, validTo, extensions = {}, restarts = {}, excludes = {} } = rule;
      for (const text of [DEADLINE_CODES[code], startsAt]) expect(text).toMatch(/^\p{Script=Han}\P{Cc}* [a-z]/u);
      const bases = [
        basis,
        ...Object.values({ ...extensions, ...restarts }).map((one) => one.basis),
        ...Object.values(excludes),
      ];
      for (const text of bases) expect(text).toMatch(/第[\d、]+条|〔\d{4}〕\d+号/);
      expect([validFrom, validTo ?? validFrom].map(parseLegalDate)).toEqual([validFrom, validTo ?? validFrom]);
      for (const name of Object.keys({ ...extensions, ...restarts, ...excludes }))
        expect(name).toMatch(/^[A-Z][A-Z_]+$/);
    },
  );

  it('one period never has two rules on one day', () => {
    for (const versions of Map.groupBy(DEADLINE_RULES, (rule) => `${rule.code} ${periodOf(rule)}`).values()) {
      const inOrder = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      for (const [i, { validTo }] of inOrder.entries()) {
        const next = inOrder[i + 1];
        expect(next === undefined || (validTo !== null && validTo < next.validFrom)).toBe(true);
      }
    }
  });

  it('only calendar periods are extended, counted back or leave out days by the month', () => {
    for (const { length, extensions, countedBack } of DEADLINE_RULES) {
      expect('months' in length || (extensions === undefined && countedBack === undefined)).toBe(true);
      expect(countedBack === undefined || ('months' in length && length.months === 0)).toBe(true);
    }
  });
});
