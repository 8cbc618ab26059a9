import { describe, expect, it } from '@jest/globals';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { CASE_QUESTIONS, call, caseQuestions, start } from '#tests/procuratorate-12309/harness.ts';
import { ALL, ARREST_1, accepted, REVIEW_1, REVIEW_3, UNKNOWN } from '#tests/procuratorate-12309/numbers.ts';

const ONE_CALL_EACH = Object.fromEntries(Object.values(CASE_QUESTIONS).map((operation) => [operation, 1]));

describe('what is asked', () => {
  it.each([
    [1, [REVIEW_1]],
    [3, [REVIEW_1, REVIEW_3, ARREST_1]],
    [3, [REVIEW_1, REVIEW_3, ARREST_1, REVIEW_1]],
  ])('costs one call a kind for %s numbers', async (_count, numbers) => {
    const { procuratorate, simulator } = await start();
    await Promise.all(caseQuestions.map((question) => procuratorate[question](numbers, call)));
    expect(simulator.calls()).toEqual(ONE_CALL_EACH);
  });

  it('costs nothing for no number, nor for an agency that is no procuratorate', async () => {
    const { procuratorate, simulator } = await start();
    for (const question of caseQuestions) expect(await procuratorate[question]([], call)).toEqual(new Map());
    expect(await procuratorate.transferInbox(['COURT-379999'], call)).toEqual(new Map());
    expect([simulator.calls(), simulator.openConnections()]).toEqual([{}, 0]);
  });

  it.each(caseQuestions)('%s: a number that the procuratorate does not know is not in the map', async (question) => {
    const { procuratorate } = await start();
    expect(await procuratorate[question]([UNKNOWN], call)).toEqual(new Map());
    const known = [...(await procuratorate[question]([UNKNOWN, REVIEW_1, ARREST_1], call)).keys()];
    expect(known.length).toBeGreaterThan(0);
    expect(known).not.toContain(UNKNOWN);
  });

  it('goes in lists of at most 50', async () => {
    const [row] = procuratorate12309Rows().cases;
    const numbers = Array.from({ length: 101 }, (_, index) => accepted(`虚检刑捕受〔2025〕379999${800_001 + index}号`));
    const { procuratorate, simulator } = await start({
      rows: { cases: row ? numbers.map((BMSAH) => ({ ...row, BMSAH })) : [] },
    });
    expect([...(await procuratorate.arrestReviewsByNumber(numbers, call)).keys()]).toEqual(numbers);
    expect(simulator.calls()).toEqual({ cxBlXx: 3 });
  });

  it('is answered by ping as well, which counts by itself', async () => {
    const { procuratorate, simulator } = await start();
    await procuratorate.ping(call);
    expect(simulator.calls()).toEqual({ cxXtSj: 1 });
  });
});

it('identity numbers and phones come with the parties alone, though the system sends them elsewhere too', async () => {
  const { procuratorate } = await start();
  const others = caseQuestions.filter((question) => question !== 'partiesByCase');
  const answers = await Promise.all(others.map((question) => procuratorate[question](ALL, call)));
  const inbox = await procuratorate.transferInbox(['PROC-379999'], call);
  const given = JSON.stringify([...answers, inbox].map((answer) => [...answer.entries()]));
  const secrets = procuratorate12309Rows().cases.flatMap(({ RY }) =>
    RY.flatMap(({ SFZHM, LXDH }) => [SFZHM, LXDH].filter(Boolean)),
  );
  expect(secrets).toContain(PEOPLE.zhang.idNumber);
  expect(secrets.filter((secret) => given.includes(secret))).toEqual([]);
});
