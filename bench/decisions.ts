/**
 * `npm run bench:decisions` prints how many decisions a second the policy makes, alone, in one process: about records, cases and other
 * departments' records of the demo's users and cases, beside the same loop that decides nothing.
 */
import { type CaseFacts, decideCase, decideForeignRecord, decideRecord } from '#auth/decisions/decide.ts';
import { explainCase } from '#auth/decisions/explain.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { DEMO_CASES, factsFor, USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import { POLICY } from '#auth/policies/current.ts';

type Asker = ReturnType<typeof user>;

interface Question {
  readonly asker: Asker;
  readonly own: RecordFacts;
  readonly found: CaseFacts;
}

const SECONDS = 2;
/** Every user with every record of every case. */
const QUESTIONS: readonly Question[] = USER_NAMES.flatMap((name) =>
  Object.keys(DEMO_CASES).flatMap((caseNo) => {
    const found = factsFor(name, Number(caseNo));
    return found.records.map((own) => ({ asker: user(name), own, found }));
  }),
);

/** Decisions a second; how many were permits, so that nothing is left out as unused. */
function measure(
  decide: (question: Question) => { readonly allowed: boolean },
): readonly [rate: number, share: number] {
  let [asked, allowed] = [0, 0];
  const began = performance.now();
  while (performance.now() - began < SECONDS * 1000)
    for (const question of QUESTIONS) {
      asked += 1;
      if (decide(question).allowed) allowed += 1;
    }
  return [asked / ((performance.now() - began) / 1000), allowed / asked];
}

function print(what: string, decide: (question: Question) => { readonly allowed: boolean }): void {
  measure(decide);
  const [rate, share] = measure(decide);
  console.log(
    `${what.padEnd(34)} ${Math.round(rate).toLocaleString('en').padStart(12)}/s  ${(share * 100).toFixed(1)} % permits`,
  );
}

const NOTHING = { allowed: false };
console.log(`${POLICY.rules.length} rules, ${QUESTIONS.length} questions`);
print('nothing', () => NOTHING);
print('one record', ({ asker, own, found }) => decideRecord(asker, own, found.stage));
print('a case, by all its records', ({ asker, found }) => decideCase(asker, found));
print('another department’s record', ({ asker, own, found }) => decideForeignRecord(asker, own, found));
print('a case, with every condition', ({ asker, found }) => explainCase(asker, found));
