import { describe, expect, it } from '@jest/globals';
import { diceOf } from '#demo/bulk/dice.ts';
import { PLACES, personAt, SEQUENCES } from '#demo/bulk/people.ts';
import { PEOPLE } from '#demo/world/people.ts';

const PEOPLE_OF_ALL = 100_000 * PLACES;

/** Of the `ordinal`-th person of all cases, of age or not. */
function identityNumber(seed: number, ordinal: number): string {
  const index = Math.floor(ordinal / PLACES);
  const where = { seed, index, place: ordinal % PLACES, minor: ordinal % 4 === 0 };
  return personAt(where, diceOf(seed, index, 'people')).idNumber;
}

const sequenceOf = (idNumber: string) => Number(idNumber.slice(14, 17));

describe.each([0, 42])('the identity numbers of 100,000 cases (seed %i)', (seed) => {
  it('have a sequence of its own, for either sex, for each of 450 people who follow each other', () => {
    const sequences = Array.from({ length: SEQUENCES }, (_, ordinal) => sequenceOf(identityNumber(seed, ordinal)));
    expect(new Set(sequences.map((sequence) => Math.floor(sequence / 2))).size).toBe(SEQUENCES);
    expect(sequenceOf(identityNumber(seed, SEQUENCES)) >> 1).toBe((sequences[0] ?? 0) >> 1);
  });

  it.each([0, 1, 99, 226, 449])('differ where the sequence is the same (%i)', (first) => {
    const numbers: string[] = [];
    for (let ordinal = first; ordinal < PEOPLE_OF_ALL; ordinal += SEQUENCES) {
      numbers.push(identityNumber(seed, ordinal).slice(0, 14));
    }
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('have no sequence of the world’s people', () => {
    const taken = new Set(Object.values(PEOPLE).map(({ idNumber }) => sequenceOf(idNumber)));
    for (let ordinal = 0; ordinal < SEQUENCES; ordinal += 1) {
      expect(taken).not.toContain(sequenceOf(identityNumber(seed, ordinal)));
    }
  });
});
