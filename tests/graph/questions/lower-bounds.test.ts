import { describe, expect, it } from '@jest/globals';
import { lowerBoundOf, REFERENCE_QUESTIONS } from '#demo/lower-bounds.ts';
import { askReference, callsDuring } from '#tests/graph/questions/questions.ts';

/** The ten that the graph is measured by; the one that the demo starts with has a test of its own. */
const QUESTIONS = ['Q1', 'Q3', 'Q4', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10', 'Q11', 'Q13'];

describe('what a reference question costs the legacy systems', () => {
  it('a lower bound is known of each', () => {
    expect(REFERENCE_QUESTIONS).toEqual(QUESTIONS);
  });

  it.each(QUESTIONS)('%s: one call a system and kind of thing, and none is made twice', async (name) => {
    const calls = Object.entries(await callsDuring(() => askReference(name)));
    expect(Object.fromEntries(calls.map(([system, made]) => [system, Object.keys(made).length]))).toEqual(
      lowerBoundOf(name),
    );
    expect(calls.flatMap(([, made]) => Object.values(made)).filter((count) => count !== 1)).toEqual([]);
  });

  it('a question that is asked again costs the same again: nothing is kept of an answer', async () => {
    const [first, second] = [await callsDuring(() => askReference('Q9')), await callsDuring(() => askReference('Q9'))];
    expect(second).toEqual(first);
  });

  it('Q5: the ledger, and the custody of those in it', async () => {
    expect(await callsDuring(() => askReference('Q5'))).toEqual({ police: { V_AJQX: 1, V_ZYHY: 2 } });
  });
});
