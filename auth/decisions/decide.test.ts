import { describe, expect, it } from '@jest/globals';
import { decideCase, decideForeignRecord, decideRecord } from '#auth/decisions/decide.ts';
import { aidFacts, courtFacts, held, judge, officer } from '#auth/decisions/facts.fixture.ts';
import { factsAbout } from '#auth/decisions/facts.ts';
import { holdersOf } from '#auth/decisions/rules.ts';

type Asker = ReturnType<typeof judge>;
type Facts = ReturnType<typeof courtFacts>;

const clerk = judge({ roles: new Set(['court.clerk']), staffNo: 'FY0003' });
const whole = { allowed: true, rule: 'permit.court-handler', view: 'WHOLE' };
const aidOnly = { allowed: true, rule: 'permit.legal-aid-officer', view: 'LEGAL_AID_ONLY' };
const denied = (rule: string) => ({ allowed: false, rule });
const mediation = courtFacts({ assignments: [held('TJ0001', 'MEDIATOR')] });
const mediator = (override: Parameters<typeof judge>[0] = {}) =>
  judge(
    { roles: new Set(['justice.mediator']), agency: 'MEDIATION-379999', staffNo: 'TJ0001', ...override },
    'SERVE_PARTY',
  );
const roles = (...names: string[]) => judge({ roles: new Set(names) });

describe('decideRecord', () => {
  it.each<[string, Asker, Facts, object]>([
    ['the presiding judge', judge(), courtFacts(), whole],
    ['a judge of the panel', judge(), courtFacts({ assignments: [held('FY0001', 'JUDGE')] }), whole],
    ['the clerk', clerk, courtFacts(), { ...whole, rule: 'permit.court-clerk' }],
    ['one role of several that fits', roles('court.hotline_12368', 'court.judge'), courtFacts(), whole],
    ['the legal aid officer', officer(), aidFacts(), aidOnly],
    ['the mediator', mediator(), mediation, { ...whole, rule: 'permit.mediator', view: 'MEDIATION_ONLY' }],
  ])('permits %s', (_who, asker, facts, expected) => {
    expect(decideRecord(asker, facts)).toEqual(expected);
  });

  it.each<[string, Asker, Facts, string]>([
    ['a state-secrecy label', judge(), courtFacts({ labelled: true }), 'deny.secrecy-label'],
    ['a seal', judge(), courtFacts({ sealed: true }), 'deny.sealed'],
    [
      'a label before anything that tells who asks',
      judge({ staffNo: null }),
      courtFacts({ labelled: true }),
      'deny.secrecy-label',
    ],
    ['no staff number', judge({ staffNo: null }), courtFacts(), 'deny.not-assigned'],
    ['a recusal', judge(), courtFacts({ recusedStaffNos: ['FY0001'] }), 'deny.recused'],
    ['another agency', judge({ agency: 'COURT-439999' }), courtFacts(), 'deny.other-agency'],
    ['no agency', judge({ agency: null }), courtFacts({ agencyCode: '' }), 'deny.other-agency'],
    ['another judge', judge({ staffNo: 'FY0002' }), courtFacts(), 'deny.not-assigned'],
    ['a judge assigned as clerk only', judge({ staffNo: 'FY0003' }), courtFacts(), 'deny.not-assigned'],
    [
      'a clerk who sits as assessor',
      judge({ roles: new Set(['court.clerk']), staffNo: 'FY0005' }),
      courtFacts(),
      'deny.not-assigned',
    ],
    [
      'a function that nobody knows',
      judge(),
      courtFacts({ assignments: [held('FY0001', 'judge')] }),
      'deny.not-assigned',
    ],
    ['nobody assigned', judge(), courtFacts({ assignments: [] }), 'deny.not-assigned'],
    ['a role of another office', roles('court.hotline_12368'), courtFacts(), 'deny.default'],
    ['an unknown role', roles('court.president', '__proto__', 'constructor'), courtFacts(), 'deny.default'],
    ['no role', roles(), courtFacts(), 'deny.default'],
    ['no purpose', judge({}, null), courtFacts(), 'deny.default'],
    ['another purpose', judge({}, 'SUPERVISE_CASE'), courtFacts(), 'deny.default'],
    ['an officer of another institution', officer({ agency: 'LEGALAID-439999' }), aidFacts(), 'deny.other-agency'],
    ['an officer for another purpose', officer({}, 'HANDLE_CASE'), aidFacts(), 'deny.default'],
    [
      'a mediator whom another county gave the same number',
      mediator({ agency: 'MEDIATION-439999' }),
      mediation,
      'deny.other-agency',
    ],
    ['staff of any other county', mediator({ agency: 'LEGALAID-439999' }), mediation, 'deny.other-agency'],
    ['a mediator, of an agency that nobody knows', mediator(), { ...mediation, agencyCode: '' }, 'deny.other-agency'],
    ['a mediator of no agency', mediator({ agency: null }), mediation, 'deny.other-agency'],
    ['another mediator', mediator({ staffNo: 'TJ0002' }), mediation, 'deny.not-assigned'],
    ['another role of that agency', officer({ roles: new Set(['justice.mediator']) }), aidFacts(), 'deny.default'],
    ['a sealed aid record', officer(), aidFacts({ sealed: true }), 'deny.sealed'],
    ['a department that is not connected', judge(), courtFacts({ department: 'POLICE' }), 'deny.default'],
  ])('denies for %s', (_why, asker, facts, rule) => {
    expect(decideRecord(asker, facts)).toEqual(denied(rule));
  });
});

describe('decideCase', () => {
  const other = courtFacts({ recordNo: '（2025）鲁99刑终999920号', agencyCode: 'COURT-3799', assignments: [] });
  it.each<[string, Asker, Facts[], object]>([
    ['nothing known', judge(), [], denied('deny.no-facts')],
    ['one record of one’s own', judge(), [other, courtFacts()], whole],
    ['the wider view of two', judge(), [aidFacts(), courtFacts()], whole],
    ['only others’ records', judge(), [other, aidFacts()], denied('deny.other-agency')],
    ['a seal on one record', judge(), [courtFacts(), aidFacts({ sealed: true })], denied('deny.sealed')],
    ['a label on one record', judge(), [courtFacts(), aidFacts({ labelled: true })], denied('deny.secrecy-label')],
    [
      'a recusal on one record',
      judge(),
      [courtFacts(), { ...other, recusedStaffNos: ['FY0001'] }],
      denied('deny.recused'),
    ],
    ['somebody else’s recusal', judge(), [courtFacts({ recusedStaffNos: ['FY0002'] })], whole],
    [
      'a recusal that lapsed facts still tell',
      judge(),
      [
        courtFacts(),
        courtFacts({ agencyCode: '', assignments: [], recusedStaffNos: ['FY0001'], live: false, lapsed: true }),
      ],
      denied('deny.recused'),
    ],
    [
      'lapsed facts alone',
      judge(),
      [courtFacts({ agencyCode: '', assignments: [], live: false, lapsed: true })],
      denied('deny.other-agency'),
    ],
  ])('%s', (_what, asker, records, expected) => {
    expect(decideCase(asker, { records, stage: null })).toEqual(expected);
  });
});

describe('decideForeignRecord', () => {
  const related = { allowed: true, rule: 'permit.related-record', view: 'RELATED' };
  const appeal = courtFacts({ recordNo: '（2025）鲁99刑终999920号', agencyCode: 'COURT-3799', assignments: [] });
  const handler = { allowed: true, rule: 'permit.handler-of-case', view: 'WHOLE' };
  it.each<[string, Asker, Facts, Facts[], object]>([
    ['one’s own, nothing said of the case', judge(), courtFacts(), [], whole],
    ['another department’s, for the handler', judge(), aidFacts(), [courtFacts()], handler],
    ['another department’s, for nobody who is known', judge(), aidFacts(), [], denied('deny.not-handler-of-case')],
    [
      'another department’s, for who sees the legal aid alone',
      officer(),
      courtFacts(),
      [aidFacts()],
      denied('deny.not-handler-of-case'),
    ],
    ['another judge', judge({ staffNo: 'FY0002' }), courtFacts(), [courtFacts()], denied('deny.not-handler-of-case')],
    ['another court’s, for the judge of the case', judge(), appeal, [courtFacts(), appeal], related],
    ['another court’s, for nobody of the case', judge(), appeal, [appeal], denied('deny.not-handler-of-case')],
    ['another court’s, sealed', judge(), { ...appeal, sealed: true }, [courtFacts()], denied('deny.sealed')],
    ['sealed itself', judge(), aidFacts({ sealed: true }), [courtFacts()], denied('deny.sealed')],
    ['labelled itself', judge(), aidFacts({ labelled: true }), [courtFacts()], denied('deny.secrecy-label')],
    [
      'recused from it, handler of another record',
      judge(),
      courtFacts({ recusedStaffNos: ['FY0001'] }),
      [courtFacts({ recordNo: '2' })],
      denied('deny.recused'),
    ],
    [
      'one’s own, the case sealed by another',
      judge(),
      courtFacts(),
      [aidFacts({ sealed: true })],
      denied('deny.sealed'),
    ],
    [
      'one’s own, recused from another record',
      judge(),
      courtFacts(),
      [courtFacts({ recusedStaffNos: ['FY0001'] })],
      denied('deny.recused'),
    ],
  ])('%s', (_what, asker, own, records, expected) => {
    expect(decideForeignRecord(asker, own, { records, stage: null })).toEqual(expected);
  });
});

describe('factsAbout', () => {
  it('tells of nobody but the caller', () => {
    const facts = courtFacts({ recusedStaffNos: ['FY0001', 'FY0009'] });
    expect(factsAbout(holdersOf(judge().principal), facts)).toEqual({
      ...facts,
      assignments: [held('FY0001', 'PRESIDING_JUDGE')],
      recusedStaffNos: ['FY0001'],
    });
    expect(factsAbout(new Set(), facts)).toMatchObject({ assignments: [], recusedStaffNos: [] });
  });
});
