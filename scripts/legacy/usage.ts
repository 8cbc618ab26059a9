/** Exit codes, one for each kind of outcome. They are part of the interface: `docs/legacy-tool.md` lists them. */
export const EXIT = {
  answered: 0,
  /** Ours: a fault of this tool. */
  internal: 1,
  /** The command line, or a file that it names. */
  usage: 2,
  /** The WSDL, or a schema that it imports. */
  description: 3,
  /** What was to be sent: nothing was. */
  refused: 4,
  unavailable: 5,
  timeout: 6,
  /** The reply, or a value in it. */
  unreadable: 7,
  /** The system answered with a fault of its own: SOAP fault, Oracle error. */
  fault: 8,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const USAGE = `用法 / usage:
  npm run legacy -- soap --wsdl FILE                                        列出操作及参数 / lists operations and their arguments
  npm run legacy -- soap --wsdl FILE --operation NAME --args JSON [--address URL] [--port NAME]
      [--charset NAME] [--reply-charset NAME|header|prolog] [--security basic|wsse-text|wsse-digest|wsse-x509|mtls]… [--timestamp]
      [--user U --password-file F] [--cert F --key F] [--ca F] [--timeout MS]
  npm run legacy -- oracle --connect STRING --user U --password-file F --sql TEXT [--binds JSON] [--timeout MS]
  JSON 为 - 时从标准输入读取 / JSON may be -: then it is read from standard input`;

/** A command line that cannot be used: one sentence in Chinese, one in English, and no value that was given. */
export class UsageError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
    this.name = 'UsageError';
  }
}
