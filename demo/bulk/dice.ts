/** Numbers that look random and are not: the same seed, index and stream give the same ones, in the same order. */
export interface Dice {
  /** A whole number from `low` to `high`, both among them. */
  between(low: number, high: number): number;
  oneOf<const Values extends readonly [unknown, ...unknown[]]>(values: Values): Values[number];
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
}

/** Streams, so that a part of a case can be told without the parts before it. */
const STREAMS = { time: 1, people: 2, investigation: 3, trial: 4, counsel: 5, typing: 6 } as const;
type Stream = keyof typeof STREAMS;

export function diceOf(seed: number, index: number, stream: Stream): Dice {
  let state = mix(mix(mix(seed) ^ index) ^ STREAMS[stream]);
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state);
  };
  const between = (low: number, high: number) => low + (next() % (high - low + 1));
  return {
    between,
    oneOf: (values) => values[between(0, values.length - 1)],
    chance: (percent) => between(0, 99) < percent,
  };
}

/** 32 bits, each of which depends on each of the given ones (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
