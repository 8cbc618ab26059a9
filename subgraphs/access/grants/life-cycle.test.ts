import { describe, expect, it } from '@jest/globals';
import type { GrantKind } from '#auth/grants/live-grant.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import { application, minutesLater, NOW, PEOPLE, type Person } from '#subgraphs/access/grants/grants.fixture.ts';
import { decided, isRefusal, maySee, type Outcome, revoked } from '#subgraphs/access/grants/life-cycle.ts';

const approvedBy = (person: Person) => ({ act: 'APPROVED', at: NOW, by: PEOPLE[person], reason: '同意' }) as const;
const opened = (kind: GrantKind) => application(kind).history.concat(approvedBy('officer.security'));

/** A grant in each state; of break-glass, one that officer.security has approved already is a state of its own. */
const STATES: Readonly<Record<string, (kind: GrantKind) => Grant>> = {
  asked: (kind) => application(kind),
  half: (kind) => application(kind, { history: opened(kind) }),
  live: (kind) => application(kind, { state: 'LIVE', liveFrom: NOW, history: opened(kind) }),
  refused: (kind) => application(kind, { state: 'REFUSED' }),
  revoked: (kind) => application(kind, { state: 'REVOKED' }),
  lapsed: (kind) => application(kind, { until: NOW }),
  expired: (kind) => application(kind, { state: 'LIVE', liveFrom: NOW, until: NOW }),
};

/** What comes of an act, in a letter: - there is no such grant, x not allowed, ! too late or again; otherwise the state that follows. */
function letter(outcome: Outcome): string {
  if (isRefusal(outcome)) return { NOT_FOUND: '-', FORBIDDEN: 'x', CONFLICT: '!' }[outcome.code];
  return { REQUESTED: 'h', LIVE: 'L', REFUSED: 'R', REVOKED: 'V' }[outcome.state];
}

const ACTS: Readonly<Record<string, (grant: Grant, person: Person) => Outcome>> = {
  approve: (grant, person) => decided(grant, PEOPLE[person], 'APPROVE', NOW),
  refuse: (grant, person) => decided(grant, PEOPLE[person], 'REFUSE', NOW),
  revoke: (grant, person) => revoked(grant, PEOPLE[person], NOW),
};

/** Rows of a table under the states it is about. */
function cells(table: string): [Person, string, string, string][] {
  const [head = '', ...rows] = table.trim().split('\n');
  const states = head.trim().split(/\s+/);
  return rows.flatMap((row) => {
    const [person = '', act = '', ...letters] = row.trim().split(/\s+/);
    return letters.map((each, index): [Person, string, string, string] => [
      person as Person,
      act,
      states[index] ?? '',
      each,
    ]);
  });
}

/** Head and applicant of one agency; whoever is not named here is not told that there is such a grant. */
const BY_HEAD = `
                           asked live refused revoked lapsed expired
  proc.li          approve   x    x      x       x      x       x
  proc.li          refuse    x    x      x       x      x       x
  proc.li          revoke    x    x      x       x      x       x
  proc.head        approve   L    !      !       !      !       !
  proc.head        refuse    R    !      !       !      !       !
  proc.head        revoke    x    x      x       x      x       x
  proc.li.head     approve   x    x      x       x      x       x
  proc.li.head     refuse    x    x      x       x      x       x
  proc.li.head     revoke    x    x      x       x      x       x
  officer.security approve   x    x      x       x      x       x
  officer.security refuse    x    x      x       x      x       x
  officer.security revoke    V    V      !       !      !       !`;

const BY_TWO_OFFICERS = `
                            asked half live refused revoked lapsed expired
  proc.li           approve   x    x    x      x       x      x       x
  proc.li           refuse    x    x    x      x       x      x       x
  proc.li           revoke    x    x    x      x       x      x       x
  proc.head         approve   x    x    x      x       x      x       x
  proc.head         refuse    x    x    x      x       x      x       x
  proc.head         revoke    x    x    x      x       x      x       x
  proc.li.head      approve   x    x    x      x       x      x       x
  proc.li.head      refuse    x    x    x      x       x      x       x
  proc.li.head      revoke    x    x    x      x       x      x       x
  officer.security  approve   h    !    !      !       !      !       !
  officer.security  refuse    R    R    !      !       !      !       !
  officer.security  revoke    V    V    V      !       !      !       !
  officer.security2 approve   h    L    !      !       !      !       !
  officer.security2 refuse    R    R    !      !       !      !       !
  officer.security2 revoke    V    V    V      !       !      !       !`;

const NOT_TOLD: readonly Person[] = [
  'proc.chen',
  'court.head',
  'proc.head.439999',
  'police.head.here',
  'officer.audit',
  'officer.system',
];

describe.each<[GrantKind, string]>([
  ['UNMASK', BY_HEAD],
  ['RECORD_CHECK', BY_HEAD],
  ['BREAK_GLASS', BY_TWO_OFFICERS],
])('%s', (kind, table) => {
  it.each(cells(table))('%s: %s %s → %s', (person, act, state, expected) => {
    const grant = STATES[state]?.(kind) ?? application(kind);
    expect(letter(ACTS[act]?.(grant, person) as Outcome)).toBe(expected);
  });

  it.each(NOT_TOLD)('%s is told of none, whatever its state', (person) => {
    const outcomes = Object.values(STATES).flatMap((state) =>
      Object.values(ACTS).map((act) => letter(act(state(kind), person))),
    );
    expect(new Set(outcomes)).toEqual(new Set(['-']));
    expect(maySee(application(kind), PEOPLE[person])).toBe(false);
  });
});

describe('what an approval gives', () => {
  const until = (grant: Grant, person: Person, now = NOW) => {
    const outcome = decided(grant, PEOPLE[person], 'APPROVE', now);
    return isRefusal(outcome) ? outcome.rule : [outcome.liveFrom, outcome.until];
  };

  it('lasts as long as was asked for', () => {
    expect(until(application('UNMASK'), 'proc.head', minutesLater(5))).toEqual([minutesLater(5), minutesLater(60)]);
  });

  it('lasts fifteen minutes from the second approval where the glass is broken', () => {
    const second = minutesLater(40);
    expect(until(application('BREAK_GLASS'), 'officer.security')).toEqual([null, minutesLater(60)]);
    expect(until(STATES.half?.('BREAK_GLASS') as Grant, 'officer.security2', second)).toEqual([
      second,
      minutesLater(55),
    ]);
  });

  it('is no officer’s alone: an account of the same officer does not count as the second', () => {
    const twin = { ...PEOPLE['officer.security'], subject: 'another account' };
    const outcome = decided(STATES.half?.('BREAK_GLASS') as Grant, twin, 'APPROVE', NOW);
    expect(outcome).toEqual({ code: 'CONFLICT', rule: 'deny.same-approver' });
  });

  it('comes to the millisecond before the application lapses', () => {
    const grant = application('UNMASK', { until: minutesLater(1) });
    const justBefore = new Date(minutesLater(1).getTime() - 1);
    expect(until(grant, 'proc.head', justBefore)).toEqual([justBefore, minutesLater(1)]);
    expect(until(grant, 'proc.head', minutesLater(1))).toBe('deny.grant-state');
  });
});

it('a revocation ends it now and leaves what was known of it', () => {
  const grant = application('UNMASK', { state: 'LIVE', liveFrom: NOW });
  expect(revoked(grant, PEOPLE['officer.security'], minutesLater(3))).toEqual({
    act: 'REVOKED',
    state: 'REVOKED',
    until: minutesLater(60),
    liveFrom: NOW,
    endedAt: minutesLater(3),
    rule: 'permit.grant-revoked',
  });
});
