import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS, type Limits } from '#gateway/limits/limits.ts';
import { DEFAULT_USER_LIMITS, NO_USER_LIMITS, type UserLimits } from '#gateway/limits/throttle.ts';
import type { OperationRules } from '#gateway/trusted/document-of.ts';

/** `npm run gateway -- --supergraph FILE --port N (--issuer URL --audience NAME | --auth none)`, or no arguments for our own graph. */
export interface CommandLine {
  readonly supergraphFile: string | null;
  readonly port: number;
  readonly host: string;
  readonly issuer: string | null;
  readonly audience: string | null;
  readonly authNone: boolean;
  readonly introspection: boolean;
  /** Bytes of one request body, at most. */
  readonly maxBodyBytes: number;
  /** `BATCH_MAX`: operations in one body, at most. @default 0: a body is one operation */
  readonly batchMax: number;
  /** `LIMIT_TOKENS`, `LIMIT_DEPTH` and so on, one for each. */
  readonly limits: Limits;
  /** `REQUESTS_PER_SECOND`, `MISSES_PER_MINUTE`, `CONCURRENT_COST`; 0 is no limit. @default for another graph none */
  readonly userLimits: UserLimits;
  /** `OPERATIONS`: which documents run on our own graph; on another one any. @default trusted */
  readonly operations: OperationRules['mode'];
}

export const USAGE = `用法 / usage:
  npm run gateway -- --supergraph FILE --port N --issuer URL --audience NAME [--host H] [--introspection on]
  npm run gateway -- --supergraph FILE --port N --auth none [--introspection on]      （仅限本机，且图中无受保护内容 / loopback and nothing protected）
  npm run gateway                                                                     （本仓库的图 / the graph of this repository）`;

/** A setting that cannot be used, as a sentence for whoever starts the process. */
export class SettingError extends Error {}

/** Reads arguments before environment; an empty variable is none. Throws SettingError, one sentence and the usage. */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const { values } = parse(args);
  const { supergraph: supergraphFile = null, issuer = null, audience = null, auth = null } = values;
  if (auth !== null && auth !== 'none') throw misused(`--auth ${auth}?`);
  if (supergraphFile === null) {
    if (issuer !== null || audience !== null || auth !== null)
      throw misused('--issuer、--audience、--auth 只与 --supergraph 同用 / they go with --supergraph only');
  } else {
    if ((auth === null) === (issuer === null))
      throw misused('请给出 --issuer 或 --auth none 之一 / give either --issuer or --auth none');
    if ((issuer === null) !== (audience === null))
      throw misused('--issuer 与 --audience 须同时给出 / --issuer and --audience go together');
  }
  return {
    supergraphFile,
    port: numberOf('--port', values.port ?? (env.GATEWAY_PORT || '4000'), 0, 65_535),
    host: (values.host ?? env.GATEWAY_HOST) || '127.0.0.1',
    issuer,
    audience,
    authNone: auth === 'none',
    introspection: switchOf('--introspection', values.introspection ?? (env.INTROSPECTION || 'off')),
    maxBodyBytes: numberOf('MAX_BODY_BYTES', env.MAX_BODY_BYTES || '262144', 1, 64 * 1024 * 1024),
    batchMax: numberOf('BATCH_MAX', env.BATCH_MAX || '0', 0, 100),
    limits: numbersFrom(env, DEFAULT_LIMITS, (name) => `LIMIT_${name.toUpperCase()}`, 1),
    userLimits: numbersFrom(
      env,
      supergraphFile === null ? DEFAULT_USER_LIMITS : NO_USER_LIMITS,
      (name) => name.replace(/[A-Z]/g, '_$&').toUpperCase(),
      0,
    ),
    operations: supergraphFile === null ? operationsOf(env.OPERATIONS || 'trusted') : 'any',
  };
}

/** A variable for each number; one that is left out is the standard. */
function numbersFrom<Name extends string>(
  env: NodeJS.ProcessEnv,
  standard: Readonly<Record<Name, number>>,
  variableOf: (name: Name) => string,
  least: number,
): Record<Name, number> {
  const numbers = Object.entries<number>(standard).map(([name, value]) => {
    const variable = variableOf(name as Name);
    return [name, numberOf(variable, env[variable] || String(value), least, 999_999_999)];
  });
  return Object.fromEntries(numbers) as Record<Name, number>;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        auth: { type: 'string' },
        introspection: { type: 'string' },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}

function misused(sentence: string): SettingError {
  return new SettingError(`${sentence}\n${USAGE}`);
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new SettingError(
    `${name} 应为 ${least} 到 ${most} 的整数 / ${name} is a whole number from ${least} to ${most}: ${text}`,
  );
}

function operationsOf(text: string): OperationRules['mode'] {
  if (text === 'trusted' || text === 'any') return text;
  throw new SettingError(`OPERATIONS 应为 trusted 或 any / OPERATIONS is trusted or any: ${text}`);
}

function switchOf(name: string, text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new SettingError(`${name} 应为 on 或 off / ${name} is on or off: ${text}`);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** npm runs scripts in the package's folder and keeps where it was called in `INIT_CWD`: a relative path is meant from there. */
export function readSupergraphFile(file: string, from: string = process.env.INIT_CWD ?? process.cwd()): string {
  try {
    return readFileSync(resolve(from, file), 'utf8');
  } catch {
    throw new SettingError(`无法读取超图文件 / the supergraph file cannot be read: ${file}`);
  }
}
