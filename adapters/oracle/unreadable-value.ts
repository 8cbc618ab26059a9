/** Stands in a row, for the moment, where a value cannot be read: only the row knows the column that the error has to name. */
export class UnreadableValue {
  /** What is wrong, never the value. */
  readonly problem: string;

  constructor(problem: string) {
    this.problem = problem;
  }
}
