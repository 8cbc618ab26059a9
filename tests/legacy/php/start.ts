import { join } from 'node:path';
import { SOURCES } from '#tests/legacy/php/suite.ts';
import { type LegacyServer, startServer } from '#tests/legacy/server.ts';

export const WSDL = join(SOURCES, 'values.wsdl');
export const ENCODED_WSDL = join(SOURCES, 'encoded.wsdl');

/** PHP's own server says its port on standard error, in a sentence, and outlives its input: the shell makes of it what is asked of a server here. */
const START = `
  php -S 127.0.0.1:0 index.php 2>&1 >/dev/null </dev/null | sed -un 's#.*Development Server (\\(.*\\)) started#ready \\1/#p' &
  cat >/dev/null
  kill 0
`;

export async function startPhp(): Promise<LegacyServer & { readonly root: string }> {
  const server = await startServer('setsid', ['--wait', 'sh', '-c', START], SOURCES);
  return { ...server, root: server.ready[0] ?? '' };
}
