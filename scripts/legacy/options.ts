import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

const SECURITY = ['basic', 'wsse-text', 'wsse-digest', 'wsse-x509', 'mtls'] as const;
export type SecurityName = (typeof SECURITY)[number];

export interface SoapOptions {
  readonly wsdl: string;
  /** `null` lists the operations. */
  readonly operation: string | null;
  readonly args: string;
  readonly address: string | null;
  readonly port: string | null;
  /** Of requests. */
  readonly charset: string | null;
  /** What replies are taken for, or whether their header or their prolog counts. */
  readonly replyCharset: string | null;
  readonly security: readonly SecurityName[];
  /** Whether a UsernameToken goes with a `wsu:Timestamp`. */
  readonly timestamp: boolean;
  readonly user: string | null;
  readonly passwordFile: string | null;
  readonly certFile: string | null;
  readonly keyFile: string | null;
  readonly caFile: string | null;
  readonly timeoutMs: number;
}

export interface OracleOptions {
  readonly connect: string;
  readonly user: string;
  readonly passwordFile: string;
  readonly sql: string;
  readonly binds: string;
  readonly timeoutMs: number;
}

const text = { type: 'string' } as const;
const TIMEOUT_MS = '15000';

/** @throws UsageError */
export function soapOptions(args: readonly string[]): SoapOptions {
  const {
    security = [],
    timestamp = false,
    ...given
  } = parse(args, {
    ...{ wsdl: text, operation: text, args: text, address: text, port: text },
    ...{ charset: text, 'reply-charset': text },
    ...{ user: text, 'password-file': text, cert: text, key: text, ca: text, timeout: text },
    security: { type: 'string', multiple: true },
    timestamp: { type: 'boolean' },
  });
  const value = (name: keyof typeof given) => given[name] ?? null;
  return {
    wsdl: required('wsdl', given.wsdl),
    operation: value('operation'),
    args: given.args ?? '{}',
    address: value('address'),
    port: value('port'),
    charset: value('charset'),
    replyCharset: value('reply-charset'),
    security: security.map(securityName),
    timestamp,
    user: value('user'),
    passwordFile: value('password-file'),
    certFile: value('cert'),
    keyFile: value('key'),
    caFile: value('ca'),
    timeoutMs: milliseconds(given.timeout),
  };
}

/** @throws UsageError */
export function oracleOptions(args: readonly string[]): OracleOptions {
  const given = parse(args, {
    ...{ connect: text, user: text, 'password-file': text, sql: text, binds: text, timeout: text },
  });
  return {
    connect: required('connect', given.connect),
    user: required('user', given.user),
    passwordFile: required('password-file', given['password-file']),
    sql: required('sql', given.sql),
    binds: given.binds ?? '[]',
    timeoutMs: milliseconds(given.timeout),
  };
}

function parse<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError('命令行有误', complaint(error, Object.keys(options)));
  }
}

/** Node.js' own sentences repeat what was typed, and that may be a password. */
function complaint(error: unknown, names: readonly string[]): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const named = /^Option '(?:-\w, )?--([\w-]+)/.exec(message)?.[1];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && named !== undefined) return `--${named} needs a value`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'every argument follows an option';
  return `an option that there is not; there are ${names.map((name) => `--${name}`).join(' ')}`;
}

function required(name: string, value: string | undefined): string {
  if (value) return value;
  throw new UsageError(`缺少 --${name}`, `--${name} is missing`);
}

function securityName(given: string): SecurityName {
  const name = SECURITY.find((each) => each === given);
  if (name) return name;
  throw new UsageError(`--security 应为 ${SECURITY.join('、')}`, `--security is one of ${SECURITY.join(', ')}`);
}

function milliseconds(given = TIMEOUT_MS): number {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError('--timeout 应为毫秒数，至多 999999', '--timeout is in milliseconds, at most 999999');
}
