/** What can be wrong with one record of an answer that is otherwise whole. */
export const DATA_KINDS = [
  /** A state that no table knows. */
  'unknown-code',
  /** A code that an open list does not have. */
  'unknown-value',
  'missing-field',
  /** The record comes twice. */
  'duplicate-row',
  'thousand-parties',
  'over-long',
  /** Somebody has typed a person's numbers into every text. */
  'typed-number',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** Where a kind of damage strikes. */
export interface Strike {
  /** The operation, view or procedure in whose answer, as calls are counted. */
  readonly in: string;
  /** The element or column. */
  readonly at: string;
  /** Of a list that grows: what its records are told apart by. */
  readonly key?: string;
}

/** A kind that strikes in one place. */
export type StruckKind = Exclude<DataKind, 'typed-number'>;

/** Where each kind strikes in a system; one that means nothing there is left out. */
export interface Strikes extends Readonly<Partial<Record<StruckKind, Strike>>> {
  /** The texts: columns; elements, or `parent/element` where the name alone stands for other things too. In every record of every answer. */
  readonly 'typed-number'?: readonly string[];
}

/** In no code table. */
export const UNKNOWN = 'Z9';
/** Of a person of the demo's world, as people type such things. */
export const TYPED =
  '（身份证３７９９９９１９８５０６１２０１３０，电话139-0000-9901，卡号6222 0212 3456 7890 128，住红旗路12号）';
/** Longer than any column. */
export const OVER_LONG = '长'.repeat(5000);

/** The record a thousand times, each under a key of its own. */
export function aThousand<Row extends object>(record: Row, key: string): Row[] {
  return Array.from({ length: 1000 }, (_, index) => ({ ...record, [key]: `X${String(index).padStart(4, '0')}` }));
}
