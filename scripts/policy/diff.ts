import type { Asker } from '#auth/decisions/asker.ts';
import { rulesOf } from '#auth/decisions/rules.ts';
import { DEMO_CASES, factsFor, USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import type { Principal } from '#auth/envelope/envelope.ts';
import { GRANT_KINDS, type GrantKind } from '#auth/grants/live-grant.ts';
import type { PolicySet } from '#auth/policies/policy-set.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';
import { cellsOf, columnsOf } from './cells.ts';
import { type Look, looksAt, type Moment } from './sight.ts';

/** A cell of the matrix that is another now, with the one who shows it. */
export interface Change {
  readonly role: string;
  readonly purpose: Purpose;
  /** `Type.field`. */
  readonly field: string;
  /** `null` where the demo has nobody, or no case, by whom it shows. */
  readonly example: Example | null;
  readonly before: Look | string;
  readonly now: Look | string;
}

/** This user, this case, with this kind of grant. */
export interface Example {
  readonly user: string;
  /** `null` for what is decided without a case. */
  readonly caseNo: number | null;
  readonly grant: GrantKind | null;
}

/** Somebody who asks for a case of the demo. */
interface Situation {
  readonly asker: Asker;
  readonly purpose: Purpose;
  readonly user: string;
  readonly caseNo: number;
  readonly grant: GrantKind | null;
}

/** Grants of this moment, of the case that is asked for. */
const GRANTED = { caseUid: 'ZF-0000-000000', until: '9999-12-31T00:00:00+08:00' };

/**
 * What is seen otherwise by one policy than by another: for each role, purpose and field the first user and case of the demo (WORLD 3, 4) that
 * show it, without a grant or under one; then cells of the matrix that differ though nobody in the demo shows it.
 * @param users who is looked at. @default all of the demo
 */
export function changesBetween(then: Moment, now: Moment, users: readonly string[] = USER_NAMES): readonly Change[] {
  const shown = new Map<string, Change>();
  const fields = fieldsOf(then, now);
  for (const { asker, purpose, ...example } of situations([then, now], users)) {
    const found = factsFor(example.user, example.caseNo);
    const [before, after] = [looksAt(then, asker, found), looksAt(now, asker, found)];
    for (const field of fields) {
      const [old, current] = [before(field), after(field)];
      if (old.sight === current.sight) continue;
      const caseNo = isOfCase(field, then) || isOfCase(field, now) ? example.caseNo : null;
      for (const role of asker.principal.roles) {
        const key = `${role} ${purpose} ${field}`;
        const change = { role, purpose, field, example: { ...example, caseNo }, before: old, now: current };
        if (!shown.has(key)) shown.set(key, change);
      }
    }
  }
  return [...shown.values(), ...cellsWithout(shown, then, now)];
}

function isOfCase(field: string, { policy }: Moment): boolean {
  return ['row', 'case', 'parent'].includes(policy.fields.get(field)?.decidedBy.by ?? '');
}

/** Each user with each purpose that is theirs by either text, and each case; without a grant, then with one of each kind that they may hold. */
function* situations(moments: readonly Moment[], users: readonly string[]): Generator<Situation> {
  for (const grant of [null, ...GRANT_KINDS])
    for (const name of users)
      for (const purpose of Object.keys(PURPOSES) as Purpose[]) {
        const { principal } = user(name, purpose);
        const isOne = ({ policy }: Moment) => mayAsk(policy, principal, purpose, grant);
        if (!moments.some(isOne)) continue;
        for (const caseNo of Object.keys(DEMO_CASES).map(Number)) {
          const grants =
            grant === null ? [] : agenciesOf(name, caseNo).map((agency) => ({ ...granted(grant), agency }));
          const asker = { principal, purpose, onlyCase: GRANTED.caseUid, grants };
          yield { asker, purpose, user: name, caseNo, grant };
        }
      }
}

/** Whether the purpose is one of the caller's roles, and so is the grant. */
function mayAsk(policy: PolicySet, principal: Principal, purpose: Purpose, grant: GrantKind | null): boolean {
  if (grant !== null) return rulesOf(policy).grantRuleFor(principal, purpose, grant) !== null;
  return [...principal.roles].some((role) => policy.roles.get(role)?.purposes.includes(purpose));
}

function granted(kind: GrantKind) {
  return { grantUid: kind, kind, fields: ['Person.idNumber', 'Person.phone'], ...GRANTED };
}

/** Whoever might have granted it. */
function agenciesOf(name: string, caseNo: number): readonly string[] {
  return [...new Set(factsFor(name, caseNo).records.map(({ agencyCode }) => agencyCode))];
}

function fieldsOf(then: Moment, now: Moment): readonly string[] {
  const fields = new Set([...then.policy.fields.keys(), ...now.policy.fields.keys()]);
  return [...fields].filter((field) => then.graph.has(field) || now.graph.has(field));
}

function cellsWithout(shown: ReadonlyMap<string, Change>, then: Moment, now: Moment): readonly Change[] {
  const [before, after] = [cellIn(then), cellIn(now)];
  const columns = new Map(
    [then, now]
      .flatMap(({ policy }) => columnsOf(policy))
      .map((column) => [`${column.role} ${column.purpose}`, column]),
  );
  return [...columns].flatMap(([key, { role, purpose }]) => {
    if (role === null || purpose === null) return [];
    return fieldsOf(then, now).flatMap((field) => {
      const cells = { before: before(role, purpose, field), now: after(role, purpose, field) };
      const isNews = cells.before !== cells.now && !shown.has(`${key} ${field}`);
      return isNews ? { role, purpose, field, example: null, ...cells } : [];
    });
  });
}

function cellIn(moment: Moment) {
  const cell = cellsOf(moment);
  return (role: string, purpose: Purpose, coordinate: string): string => {
    const field = moment.policy.fields.get(coordinate);
    return field ? cell({ role, purpose, signedIn: true }, field) : '–';
  };
}
