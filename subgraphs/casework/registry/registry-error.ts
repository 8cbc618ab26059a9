/** A statement failed. Carries its name and a code only: PostgreSQL's own message, detail and query quote values. */
export class RegistryError extends Error {
  /** SQLSTATE (PostgreSQL, appendix A), a network code such as ECONNREFUSED, or one of our own. */
  readonly code: string;

  constructor(statement: string, code: string) {
    super(`registry: ${statement} failed with ${code}`);
    this.name = 'RegistryError';
    this.code = code;
  }

  static from(statement: string, error: unknown): RegistryError {
    if (error instanceof RegistryError) return error;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return new RegistryError(statement, typeof code === 'string' ? code : 'UNKNOWN');
  }
}
