/** Where something stands in a bundle. */
export interface Place {
  /** Relative to the folder of the bundle. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Why a WSDL or a schema cannot be used: where, what is wrong and what would be right, in a sentence for whoever wires the system. */
export class WsdlError extends Error {
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor({ file, line }: Place, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'WsdlError';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
