/** How much one operation may ask, checked before validation and planning: the planner can be kept busy for minutes by one kilobyte. */
export interface Limits {
  /** Lexical tokens of the document. @default 4000 */
  readonly tokens: number;
  /** Levels of fields. @default 15 */
  readonly depth: number;
  /** Fields with an alias, as written. @default 100 */
  readonly aliases: number;
  /** Directives applied, as written. @default 100 */
  readonly directives: number;
  /** Fragments defined, spread and inline, as written. @default 200 */
  readonly fragments: number;
  /** Fields once fragments are expanded, each on an abstract type counted for every way in which it can be fetched. @default 1500 */
  readonly fields: number;
  /** Values that the answer may hold: each field once for every row that the lists around it can have. @default 5000000 */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = {
  tokens: 4000,
  depth: 15,
  aliases: 100,
  directives: 100,
  fragments: 200,
  fields: 1500,
  cost: 5_000_000,
};
