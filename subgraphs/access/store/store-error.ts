/** A statement failed. Carries its name and a code only: PostgreSQL's own message, detail and query quote values. */
export class StoreError extends Error {
  /** SQLSTATE (PostgreSQL, appendix A), or a network code such as ECONNREFUSED. */
  readonly code: string;

  constructor(statement: string, code: string) {
    super(`access store: ${statement} failed with ${code}`);
    this.name = 'StoreError';
    this.code = code;
  }

  static from(statement: string, error: unknown): StoreError {
    if (error instanceof StoreError) return error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return new StoreError(statement, typeof code === 'string' ? code : 'UNKNOWN');
  }
}
