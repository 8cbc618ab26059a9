import { CASES } from '#demo/world/cases.ts';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import { SEEN_BY } from '#tests/graph/brute-force/world-seven.ts';

/** Who is in which case (WORLD 5); `0` is the labelled record. */
const PEOPLE_IN: Readonly<Record<number, readonly PersonKey[]>> = {
  0: ['yang'],
  1: ['zhang', 'li', 'wang', 'zhao'],
  2: ['zhou', 'wu', 'sun'],
  3: ['qian'],
  4: ['feng'],
  5: ['zheng', 'hua'],
  6: ['wei'],
  7: ['jiang'],
  8: ['jie', 'lu'],
  9: ['chu'],
  10: ['qin', 'you'],
  11: ['he'],
  12: ['shen'],
  13: ['han'],
  14: ['zheng', 'hua'],
};
/** Who submitted a hotline’s tickets (WORLD 4.1): its own staff deal with them. */
const SUBMITTERS: Readonly<Record<string, readonly PersonKey[]>> = {
  'proc.12309': ['zheng', 'jie'],
  'court.12368': ['hua'],
};
/** Names that leave their owner for nobody (WORLD 7). */
const PROTECTED: readonly PersonKey[] = ['chen', 'xu'];

const masked = (value: string) => `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`;

/** Every number of a case, and every number, whole or masked, and name of a person that is not this user’s to see. */
export function foreignTo(user: string): readonly string[] {
  const own = CASES.map(({ caseUid }) => Number(caseUid.slice(-6))).filter((caseNo) => SEEN_BY[caseNo]?.[user]);
  const known = new Set([...own.flatMap((caseNo) => PEOPLE_IN[caseNo] ?? []), ...(SUBMITTERS[user] ?? [])]);
  const numbers = CASES.filter(({ caseUid }) => !own.includes(Number(caseUid.slice(-6)))).flatMap((world) => [
    ...[world.caseUid, ...world.policeCaseNos, ...world.acceptanceNos],
    ...[...world.courtCaseNos, ...world.mediationNos],
  ]);
  const others = (Object.keys(PEOPLE) as PersonKey[]).filter((who) => !known.has(who) || PROTECTED.includes(who));
  const ofOthers = others.flatMap((who) => {
    const { name, idNumber, phone } = PEOPLE[who];
    return [name, masked(idNumber), ...(phone === null ? [] : [masked(phone)])];
  });
  const whole = Object.values(PEOPLE).flatMap(({ idNumber, phone }) => [idNumber, phone ?? idNumber]);
  return [...numbers, ...ofOthers, ...whole, 'A3799990000002025050099'];
}
