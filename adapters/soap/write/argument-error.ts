/** Arguments that the schema does not allow. Nothing was sent. */
export class ArgumentError extends TypeError {
  /** Where, such as `parties/party[1]/@id`; `''` is the whole. Names of the schema, and entries that it lacks where they look like names. */
  readonly path: string;
  /** Without the value. */
  readonly reason: string;
  /** `shape` where the entries are not those of the schema, which is the program's mistake; `value` where a text is not of its type. */
  readonly kind: 'shape' | 'value';

  constructor(path: string, reason: string, kind: ArgumentError['kind']) {
    super(path === '' ? reason : `${path} ${reason}`);
    this.name = 'ArgumentError';
    this.path = path;
    this.reason = reason;
    this.kind = kind;
  }
}
