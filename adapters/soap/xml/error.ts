/** Why a text is not XML that we read. Where, but nothing of what stood there: names and texts of a message are its sender's secrets. */
export class XmlError extends Error {
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(`${reason} (line ${line}, column ${column})`);
    this.name = 'XmlError';
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}
