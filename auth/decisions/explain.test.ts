import { describe, expect, it } from '@jest/globals';
import { type Asker, decideCase, decideRecord } from '#auth/decisions/decide.ts';
import { type Explanation, explainCase, explainNobodys, explainRecord } from '#auth/decisions/explain.ts';
import { courtFacts, judge } from '#auth/decisions/facts.fixture.ts';
import { DEMO_CASES, factsFor, USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

const CASES = Object.keys(DEMO_CASES).map(Number);
const EVERY_PURPOSE: readonly (Purpose | null)[] = [null, ...(Object.keys(PURPOSES) as Purpose[])];
const until = '2999-01-01T00:00:00+08:00';
const GRANTS: readonly LiveGrant[] = (['RECORD_CHECK', 'BREAK_GLASS'] as const).map((kind) => ({
  ...{ grantUid: kind, kind, caseUid: 'ZF-1', agency: 'COURT-379999', fields: [], until },
}));
/** Conditions that do not hold, and those that do. */
const states = ({ conditions }: Explanation) => ({
  no: conditions.flatMap(({ id, holds }) => (holds === false ? id : [])).join(' '),
  yes: conditions.flatMap(({ id, holds }) => (holds ? id : [])).join(' '),
});

describe('an explanation is the decision with its reasons', () => {
  it.each(CASES)('case %d, for every user and purpose, with and without grants', (caseNo) => {
    for (const name of USER_NAMES)
      for (const purpose of EVERY_PURPOSE)
        for (const grants of [[], GRANTS]) {
          const asker: Asker = { ...user(name, purpose), onlyCase: 'ZF-1', grants };
          const found = factsFor(name, caseNo);
          const decision = decideCase(asker, found);
          const explained = explainCase(asker, found);
          expect(explained.allowed).toBe(decision.allowed);
          if (decision.allowed)
            expect(explained).toMatchObject({
              rule: { id: decision.rule },
              view: decision.view,
              grant: decision.grant ?? null,
            });
          else expect(states(explained).no).not.toBe('');
        }
  });

  it('each record too', () => {
    for (const name of USER_NAMES)
      for (const caseNo of CASES)
        for (const facts of factsFor(name, caseNo).records) {
          const decision = decideRecord(user(name), facts);
          const explained = explainRecord(user(name), facts);
          expect([explained.allowed, explained.rule.id]).toEqual([decision.allowed, decision.rule]);
          // Of a denial there is a reason; a stage that opens no more is none.
          expect(['', 'stage'].includes(states(explained).no)).toBe(decision.allowed);
        }
  });
});

describe('what an explanation says', () => {
  it.each<[string, Asker, Parameters<typeof courtFacts>[0], string, string]>([
    ['the handler', judge(), {}, '', 'role purpose agency assignment classification recusal seal'],
    ['another purpose', judge({}, 'STATISTICS'), {}, 'purpose', 'role agency assignment classification recusal seal'],
    [
      'another role',
      judge({ roles: new Set(['party']) }),
      {},
      'role purpose assignment',
      'classification recusal seal',
    ],
    [
      'another agency',
      judge({ agency: 'COURT-439999' }),
      {},
      'agency',
      'role purpose assignment classification recusal seal',
    ],
    [
      'another judge',
      judge({ staffNo: 'FY0002' }),
      {},
      'assignment',
      'role purpose agency classification recusal seal',
    ],
    [
      'a recusal',
      judge(),
      { recusedStaffNos: ['FY0001'] },
      'recusal',
      'role purpose agency assignment classification seal',
    ],
    ['a seal', judge(), { sealed: true }, 'seal', 'role purpose agency assignment classification recusal'],
    ['a label', judge(), { labelled: true }, 'classification', 'role purpose agency assignment recusal seal'],
    [
      'a broken glass',
      { ...judge({ staffNo: 'FY0002' }), onlyCase: 'ZF-1', grants: GRANTS },
      {},
      'assignment',
      'role purpose agency classification recusal seal grant',
    ],
    [
      'a record check',
      { ...judge({ staffNo: 'FY0002' }, 'RECORD_CHECK'), onlyCase: 'ZF-1', grants: GRANTS },
      { sealed: true },
      'seal',
      'role purpose classification recusal grant',
    ],
    [
      'a record check without a grant',
      judge({}, 'RECORD_CHECK'),
      { sealed: true },
      'seal grant',
      'role purpose classification recusal',
    ],
  ])('%s', (_what, asker, more, no, yes) => {
    const explained = explainRecord(asker, courtFacts(more));
    expect(states(explained)).toEqual({ no, yes });
    expect(explained.rule.zh).toMatch(/\p{Script=Han}/u);
    expect(explained.rule.law.length).toBeGreaterThan(0);
  });

  it('the stage, where it widens what is seen (CPL 40)', () => {
    const stageOf = (caseNo: number) =>
      explainCase(user('lawyer.he'), factsFor('lawyer.he', caseNo)).conditions.find(({ id }) => id === 'stage')?.holds;
    expect([stageOf(1), stageOf(2)]).toEqual([true, false]);
  });

  it('a recusal, to whom the case was assigned', () => {
    expect(explainCase(user('court.lin'), factsFor('court.lin', 9)).rule.id).toBe('deny.recused');
  });

  it('nothing of facts that cannot be read', () => {
    const broken = new Proxy(courtFacts(), {
      get() {
        throw new TypeError('facts that cannot be read');
      },
    });
    const expected = { allowed: false, rule: { id: 'deny.error' }, conditions: [] };
    expect(explainRecord(judge(), broken)).toMatchObject(expected);
    expect(explainCase(judge(), { records: [broken], stage: null })).toMatchObject(expected);
  });
});

describe('absent means absent', () => {
  const sealed = courtFacts({ sealed: true });
  const foreign = courtFacts({ agencyCode: 'COURT-439999', assignments: [] });
  it.each<[string, ReturnType<typeof courtFacts>[]]>([
    ['sealed, though one’s own', [sealed]],
    ['sealed, and recused from it', [courtFacts({ recusedStaffNos: ['FY0001'] }), sealed]],
    ['labelled, though one’s own', [courtFacts({ labelled: true })]],
    ['another county’s', [foreign]],
    ['a colleague’s', [courtFacts({ assignments: [] })]],
    ['another department’s', [courtFacts({ department: 'POLICE', agencyCode: 'POLICE-379999', assignments: [] })]],
    ['not there', []],
  ])('%s: the same words, byte for byte', (_what, records) => {
    for (const purpose of EVERY_PURPOSE)
      for (const grants of [[], GRANTS]) {
        const asker = { ...judge({}, purpose), grants };
        expect(JSON.stringify(explainCase(asker, { records, stage: 'FIRST_INSTANCE' }))).toBe(
          JSON.stringify(explainNobodys(asker)),
        );
      }
  });

  it('says nothing but who asks for what', () => {
    expect(explainNobodys(judge())).toMatchObject({ allowed: false, view: null, rule: { id: 'deny.not-assigned' } });
    expect(states(explainNobodys(judge()))).toEqual({ no: 'assignment', yes: 'role purpose' });
    expect(states(explainNobodys(user('coordinator.wu')))).toEqual({ no: 'role purpose assignment', yes: '' });
  });
});
