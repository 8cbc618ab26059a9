import { type Day, dateOf, dayOf } from '#demo/bulk/days.ts';
import { type Dice, mix } from '#demo/bulk/dice.ts';
import { citizenIdCheck } from '#schema/identifiers/citizen-id.ts';

/** An invented person: the number is valid and allotted to nobody (areas that end in 9999). */
export interface BulkPerson {
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly idNumber: string;
  readonly phone: string | null;
  /** At the time of the deed. */
  readonly minor: boolean;
}

/** People of one case have places, from 0. */
export const PLACES = 6;

type Some = readonly [string, ...string[]];
const words = (text: string) => text.split('') as unknown as Some;

const SURNAMES = words('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张');
/** In the place of the world's 拟, so that nobody here is called as anybody there. */
const MIDDLES = words('设构例试');
const LAST = words('东南西北春夏秋冬山川江河松竹梅兰晨曦云雷晴雪岭峰宁安康泰谦和');

const AREAS = ['379999', '439999', '449999'] as const;
/** The world's people have lower sequences. */
const FIRST_SEQUENCE = 100;
export const SEQUENCES = 450;
/** Primes, so that steps of any length come round to the same day only after all others. */
const ADULT_DAYS = 14_741;
const MINOR_CELLS = 1361;
const ADULT_SINCE = dayOf('1966-01-01');
const MINOR_SINCE = dayOf('2007-07-01');
const STEP = 577;

interface Place {
  readonly seed: number;
  readonly index: number;
  /** 0 to {@link PLACES} - 1. */
  readonly place: number;
  readonly minor: boolean;
}

export function personAt(where: Place, dice: Dice): BulkPerson {
  const sex = dice.chance(75) ? 'MALE' : 'FEMALE';
  return {
    name: dice.oneOf(SURNAMES) + dice.oneOf(MIDDLES) + lastOf(dice, where.place),
    sex,
    idNumber: idNumberOf(where, sex, dice.oneOf(AREAS)),
    phone: dice.chance(80) ? `1390000${String(dice.between(0, 8999)).padStart(4, '0')}` : null,
    minor: where.minor,
  };
}

/** No two people of a case have the same. */
function lastOf(dice: Dice, place: number): string {
  const [first] = LAST;
  const each = Math.floor(LAST.length / PLACES);
  return LAST[place * each + dice.between(0, each - 1)] ?? first;
}

/** No two people of a run have the same: the sequence tells `ordinal` modulo 450, and the birth date (of a minor, with the area) the rest. */
function idNumberOf({ seed, index, place, minor }: Place, sex: BulkPerson['sex'], area: string): string {
  const ordinal = index * PLACES + place;
  const low = ordinal % SEQUENCES;
  const rest = Math.floor(ordinal / SEQUENCES) * STEP + mix(mix(seed) ^ low);
  const sequence = FIRST_SEQUENCE + 2 * low + (sex === 'MALE' ? 1 : 0);
  if (!minor) return idNumber(area, ADULT_SINCE + (rest % ADULT_DAYS), sequence);
  const cell = rest % MINOR_CELLS;
  return idNumber(AREAS[cell % AREAS.length] ?? area, MINOR_SINCE + Math.floor(cell / AREAS.length), sequence);
}

function idNumber(area: string, born: Day, sequence: number): string {
  const body = `${area}${dateOf(born).replaceAll('-', '')}${sequence}`;
  return body + citizenIdCheck(body);
}
