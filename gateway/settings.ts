import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run gateway -- --supergraph FILE --port N (--issuer URL --audience NAME | --auth none)`, or no arguments for our own graph. */
export interface CommandLine {
  readonly supergraphFile: string | null;
  readonly port: number;
  readonly host: string;
  readonly issuer: string | null;
  readonly audience: string | null;
  readonly authNone: boolean;
  readonly introspection: boolean;
}

export const USAGE = `用法 / usage:
  npm run gateway -- --supergraph FILE --port N --issuer URL --audience NAME [--host H] [--introspection on]
  npm run gateway -- --supergraph FILE --port N --auth none [--introspection on]      （仅限本机，且图中无受保护内容 / loopback and nothing protected）
  npm run gateway                                                                     （本仓库的图 / the graph of this repository）`;

/** A setting that cannot be used, as a sentence for whoever starts the process. */
export class SettingError extends Error {}

export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): CommandLine {
  const { values } = parse(args);
  const supergraphFile = values.supergraph ?? null;
  const authNone = values.auth === 'none';
  const { issuer = null, audience = null } = values;
  if (values.auth !== undefined && !authNone) throw new SettingError(`--auth ${values.auth}?\n${USAGE}`);
  if (supergraphFile !== null) {
    if (authNone === (issuer !== null))
      throw new SettingError(`请给出 --issuer 或 --auth none 之一 / give either --issuer or --auth none\n${USAGE}`);
    if (issuer !== null && audience === null)
      throw new SettingError(`--issuer 需要 --audience / --issuer needs --audience\n${USAGE}`);
  }
  return {
    supergraphFile,
    port: portOf(values.port ?? env.GATEWAY_PORT ?? '4000'),
    host: values.host ?? env.GATEWAY_HOST ?? '127.0.0.1',
    issuer,
    audience,
    authNone,
    introspection: (values.introspection ?? env.INTROSPECTION) === 'on',
  };
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
    throw new SettingError(`${(error as Error).message}\n${USAGE}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingError(`端口应为 0 到 65535 的整数 / a port is a whole number from 0 to 65535: ${text}`);
  return port;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

export function readSupergraphFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SettingError(`无法读取超图文件 / the supergraph file cannot be read: ${file}`);
  }
}
