import { Kind } from 'graphql';
import { scalarOf } from '#schema/scalars/strict-scalar.ts';

/** An amount of money in fen (分, a hundredth of a yuan) as a JSON integer that every client reads exactly (金额). */
export const Fen = scalarOf<number>({
  name: 'Fen',
  description:
    '金额 amount of money in fen (分, 1/100 yuan): a JSON integer of at most 2^53 − 1 either way, never a decimal.',
  expected: {
    zh: '以分为单位的整数，绝对值不超过 9007199254740991',
    en: 'an integer of fen, of at most 9007199254740991 either way',
  },
  read: (value) => (Number.isSafeInteger(value) ? Number(value) : null),
  literal: (node) => (node.kind === Kind.INT ? Number(node.value) : null),
});
