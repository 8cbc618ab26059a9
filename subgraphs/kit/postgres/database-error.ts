/** A statement failed. Carries its name and a code only: PostgreSQL's own message, detail and query quote values. */
export class DatabaseError extends Error {
  /** SQLSTATE (PostgreSQL, appendix A), a network code such as ECONNREFUSED, or one of our own. */
  readonly code: string;

  /** @param schema whose tables the statement is about */
  constructor(schema: string, statement: string, code: string) {
    super(`${schema}: ${statement} failed with ${code}`);
    this.name = 'DatabaseError';
    this.code = code;
  }

  /** The server would not hold what was to be written (SQLSTATE classes 22, 23 and 54), however often it were told. */
  get isOfValues(): boolean {
    return /^(?:22|23|54)...$/.test(this.code);
  }

  static from(schema: string, statement: string, error: unknown): DatabaseError {
    if (error instanceof DatabaseError) return error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return new DatabaseError(schema, statement, typeof code === 'string' ? code : 'UNKNOWN');
  }
}
