import { describe, expect, it } from '@jest/globals';
import { type Asker, decideCase, decideForeignRecord, decideRecord, decideUnmask } from '#auth/decisions/decide.ts';
import { courtFacts, held, judge } from '#auth/decisions/facts.fixture.ts';
import { departmentsThatDecide } from '#auth/decisions/rules.ts';
import { factsFor, user } from '#auth/decisions/world.fixture.ts';
import type { GrantKind, LiveGrant } from '#auth/grants/live-grant.ts';

const CASE = 'ZF-2024-000004';
const NOW = Date.parse('2025-06-16T09:00:00+08:00');
const grant = (kind: GrantKind, more: Partial<LiveGrant> = {}): LiveGrant => ({
  ...{
    grantUid: `G-${kind}`,
    kind,
    caseUid: CASE,
    agency: 'COURT-379999',
    fields: [],
    until: '2025-06-16T09:15:00+08:00',
  },
  ...more,
});
/** Somebody within `x-case`, with these grants, at nine o'clock. */
const holding = (who: Pick<Asker, 'principal' | 'purpose'>, ...grants: LiveGrant[]): Asker => ({
  ...who,
  onlyCase: CASE,
  grants,
  now: NOW,
});
const denied = (rule: string) => ({ allowed: false, rule });

const checked = { allowed: true, rule: 'permit.record-check', view: 'RECORD_CHECK', grant: 'G-RECORD_CHECK' };
/** The judge of another case, with the purpose of a record check. */
const zhou = (...grants: LiveGrant[]) => holding(user('court.zhou', 'RECORD_CHECK'), ...grants);
const CHECK = grant('RECORD_CHECK');
const SEALED = factsFor('court.zhou', 4);
const OPEN = factsFor('court.zhou', 10);

describe('a record check (DOMAIN 5.6)', () => {
  it.each(['court.zhou', 'court.lin', 'proc.li', 'proc.chen', 'police.zhao'])('opens the sealed case to %s', (name) => {
    expect(decideCase(holding(user(name, 'RECORD_CHECK'), CHECK), SEALED)).toEqual(checked);
  });

  it('opens each of its records, sealed or not', () => {
    const mixed = {
      ...SEALED,
      records: [courtFacts({ sealed: true }), courtFacts({ recordNo: '2', assignments: [] })],
    };
    for (const own of mixed.records) expect(decideForeignRecord(zhou(CHECK), own, mixed)).toEqual(checked);
  });

  it.each<[string, Asker, string]>([
    ['no grant', zhou(), 'deny.sealed'],
    ['another kind of grant', zhou(grant('BREAK_GLASS'), grant('UNMASK')), 'deny.sealed'],
    ['a grant for another case', zhou(grant('RECORD_CHECK', { caseUid: 'ZF-2024-000005' })), 'deny.sealed'],
    ['a request that names no case', { ...zhou(CHECK), onlyCase: null }, 'deny.sealed'],
    ['a request that names another case', { ...zhou(CHECK), onlyCase: 'ZF-2024-000005' }, 'deny.sealed'],
    [
      'a grant of an agency that sealed nothing',
      zhou(grant('RECORD_CHECK', { agency: 'COURT-439999' })),
      'deny.sealed',
    ],
    ['a grant that ends now', zhou(grant('RECORD_CHECK', { until: '2025-06-16T09:00:00+08:00' })), 'deny.sealed'],
    ['a grant that ended', zhou(grant('RECORD_CHECK', { until: '2025-06-16T08:59:59+08:00' })), 'deny.sealed'],
    ['a grant without an end', zhou(grant('RECORD_CHECK', { until: '' })), 'deny.sealed'],
    ['another purpose', holding(user('court.zhou'), CHECK), 'deny.sealed'],
    ['no purpose', holding(user('court.zhou', null), CHECK), 'deny.sealed'],
    ['a role that may hold none', holding(user('court.clerk', 'RECORD_CHECK'), CHECK), 'deny.sealed'],
    ['no role', holding(judge({ roles: new Set() }, 'RECORD_CHECK'), CHECK), 'deny.sealed'],
  ])('stays closed for %s', (_why, asker, rule) => {
    expect(decideCase(asker, SEALED)).toEqual(denied(rule));
  });

  it.each<[string, Parameters<typeof courtFacts>[0], string]>([
    ['label', { labelled: true }, 'deny.secrecy-label'],
    ['recusal', { recusedStaffNos: ['FY0002'] }, 'deny.recused'],
  ])('does not lift a %s', (_what, more, rule) => {
    const records = [...SEALED.records, courtFacts({ recordNo: '2', ...more })];
    expect(decideCase(zhou(CHECK), { ...SEALED, records })).toEqual(denied(rule));
  });

  it('opens no case that is not sealed, not even to its judge', () => {
    expect(decideCase(zhou(CHECK), OPEN)).toEqual(denied('deny.default'));
  });

  it('asks all who may have sealed a record', () => {
    expect([...departmentsThatDecide(zhou().principal, 'RECORD_CHECK')]).toEqual(['POLICE', 'PROCURATORATE', 'COURT']);
  });
});

describe('breaking the glass (DOMAIN 5.3)', () => {
  const GLASS = grant('BREAK_GLASS');
  const broken = { allowed: true, rule: 'permit.break-glass', view: 'WHOLE', grant: 'G-BREAK_GLASS' };
  const other = judge({ staffNo: 'FY0002' });

  it.each<[string, number, string]>([
    ['court.lin', 10, 'WHOLE'],
    ['court.clerk', 10, 'WHOLE'],
    ['proc.chen', 1, 'WHOLE'],
    ['police.zhao', 1, 'POLICE'],
    ['police.fa', 1, 'POLICE'],
  ])('%s sees case %d as one’s own', (name, caseNo, view) => {
    const who = user(name);
    const own = { ...GLASS, agency: who.principal.agency ?? '' };
    expect(decideCase(holding(who, own), factsFor(name, caseNo))).toEqual({ ...broken, view });
  });

  it('opens other departments’ records like the handler’s', () => {
    const found = factsFor('court.lin', 10);
    const decisions = found.records.map((own) => decideForeignRecord(holding(user('court.lin'), GLASS), own, found));
    expect(decisions.map((decision) => decision.allowed && decision.view)).toEqual([
      ...['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE'],
      'RELATED',
    ]);
    for (const decision of decisions) expect(decision).toMatchObject({ rule: broken.rule, grant: broken.grant });
  });

  it('does nothing for the handler, whose own rule counts', () => {
    expect(decideRecord(holding(judge(), GLASS), courtFacts())).toEqual({
      ...{ allowed: true, rule: 'permit.court-handler', view: 'WHOLE' },
    });
  });

  it.each<[string, Asker, Parameters<typeof courtFacts>[0], string]>([
    ['another agency', holding(judge({ agency: 'COURT-439999' }), GLASS), {}, 'deny.other-agency'],
    ['a seal', holding(other, GLASS), { sealed: true }, 'deny.sealed'],
    ['a label', holding(other, GLASS), { labelled: true }, 'deny.secrecy-label'],
    ['a recusal', holding(other, GLASS), { recusedStaffNos: ['FY0002'] }, 'deny.recused'],
    ['another purpose', holding({ ...other, purpose: 'SUPERVISE_CASE' }, GLASS), {}, 'deny.default'],
    ['what another agency granted', holding(other, { ...GLASS, agency: 'PROC-379999' }), {}, 'deny.not-assigned'],
    ['the end', { ...holding(other, GLASS), now: NOW + 15 * 60_000 }, {}, 'deny.not-assigned'],
    ['another case', holding(other, grant('BREAK_GLASS', { caseUid: 'ZF-1' })), {}, 'deny.not-assigned'],
    [
      'a case manager',
      holding(user('proc.intake'), { ...GLASS, agency: 'PROC-379999' }),
      { department: 'PROCURATORATE', agencyCode: 'PROC-379999' },
      'deny.not-assigned',
    ],
    [
      'counsel',
      holding(user('lawyer.he'), { ...GLASS, agency: '31379999FAKE5LAW5B' }),
      { agencyCode: '31379999FAKE5LAW5B' },
      'deny.not-assigned',
    ],
  ])('does not lift %s', (_what, asker, more, rule) => {
    expect(decideRecord(asker, courtFacts(more))).toEqual(denied(rule));
  });
});

describe('a number whole (DOMAIN 5.5)', () => {
  const UNMASK = grant('UNMASK', { fields: ['Person.idNumber'] });
  it('under a grant for this field', () => {
    expect(decideUnmask(holding(judge(), UNMASK), 'Person.idNumber', 'WHOLE')).toEqual({
      ...{ allowed: true, rule: 'permit.unmask', view: 'WHOLE', grant: 'G-UNMASK' },
    });
  });

  it.each<[string, Asker, string]>([
    ['another field', holding(judge(), UNMASK), 'Person.phone'],
    ['no grant', holding(judge()), 'Person.idNumber'],
    ['a grant of another kind', holding(judge(), { ...UNMASK, kind: 'RECORD_CHECK' }), 'Person.idNumber'],
    ['the grant’s end', { ...holding(judge(), UNMASK), now: NOW + 15 * 60_000 }, 'Person.idNumber'],
    ['no x-case', { ...holding(judge(), UNMASK), onlyCase: null }, 'Person.idNumber'],
    ['a role that may hold none', holding(user('legalaid.sun'), UNMASK), 'Person.idNumber'],
  ])('never for %s', (_why, asker, field) => {
    expect(decideUnmask(asker, field, 'WHOLE')).toEqual(denied('deny.no-grant'));
  });

  it('opens no case', () => {
    expect(decideCase(holding(user('court.lin'), UNMASK), OPEN)).toMatchObject({ allowed: false });
  });
});

describe('an error in a decision', () => {
  const broken = new Proxy(courtFacts(), {
    get() {
      throw new TypeError('facts that cannot be read');
    },
  });
  const whoever = holding(judge(), grant('BREAK_GLASS'));
  it.each<[string, () => unknown]>([
    ['about a record', () => decideRecord(whoever, broken)],
    ['about a case', () => decideCase(whoever, { records: [courtFacts(), broken], stage: null })],
    ['about another’s record', () => decideForeignRecord(whoever, broken, { records: [courtFacts()], stage: null })],
    [
      'about the case of a record',
      () => decideForeignRecord(whoever, courtFacts(), { records: [broken], stage: null }),
    ],
    [
      'about a number',
      () => decideUnmask({ ...whoever, grants: new Proxy([], { get: () => ({}) }) }, 'Person.idNumber', 'WHOLE'),
    ],
    [
      'about assignments',
      () => decideRecord(whoever, courtFacts({ assignments: [held('FY0009', 'JUDGE'), null as never] })),
    ],
  ])('is a denial: %s', (_what, decide) => {
    expect(decide()).toEqual(denied('deny.error'));
  });
});
