/** A coded value (代码) as its owner wrote it: which list, which code, what it is called. A code that no list knows has its code as name. */
export interface Code {
  readonly scheme: string;
  readonly code: string;
  readonly name: string;
}
