import { afterEach } from '@jest/globals';
import type { TlsIdentity } from '#adapters/soap/security/tls.ts';
import { createNotarySystem, type NotarySystemSettings } from '#adapters/systems/notary/system.ts';
import { type CertificateAuthority, createAuthority, type LeafOptions } from '#auth/keys/certificate-authority.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import { NOTARY_PATH } from '#simulators/notary/address.ts';
import type { CertificateRow } from '#simulators/notary/rows.ts';
import { startNotary } from '#simulators/notary/server.ts';

const DAY_MS = 86_400_000;
export const call = { requestId: 'test', caller: 'caller', rights: 'rights' };

const from = (days: number, to: number) => ({
  from: new Date(Date.now() + days * DAY_MS),
  to: new Date(Date.now() + to * DAY_MS),
});
export const EXPIRED = from(-2, -1);

/** The authority that both sides trust, and one that nobody does. */
export const authority = createAuthority('test CA', from(-1, 1));
export const foreign = createAuthority('foreign CA', from(-1, 1));

export const client = (by: CertificateAuthority, leaf: Partial<LeafOptions> = {}) =>
  by.issue({ commonName: 'zhengfa-graph', usage: 'client', ...leaf });
export const server = (by: CertificateAuthority, leaf: Partial<LeafOptions> = {}) =>
  by.issue({ commonName: 'notary.test', usage: 'server', hosts: ['127.0.0.1'], ...leaf });

/** One that is as it should be, made once: keys take time. */
const goodServer = server(authority);
const goodClient = client(authority);

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

export interface Started {
  readonly rows?: readonly CertificateRow[];
  /** Server's certificate. */
  readonly as?: typeof goodServer;
  /** Ours, and whom we trust. */
  readonly tls?: Partial<TlsIdentity>;
  readonly settings?: Partial<NotarySystemSettings>;
}

/** The stand-in and a port to it; both are closed after the test. `logged` is every line that the port writes. */
export async function start({ rows = notaryRows(), as = goodServer, tls = {}, settings = {} }: Started = {}) {
  const simulator = await startNotary({ port: 0, tls: { ...as, authority: authority.certificate }, rows });
  cleanUp.push(() => simulator.close());
  const endpoint = `https://127.0.0.1:${simulator.port}${NOTARY_PATH}`;
  const logged: object[] = [];
  const write = (fields: object, message: string) => void logged.push({ ...fields, message });
  const notary = await createNotarySystem({
    endpoint,
    tls: { ...goodClient, authority: authority.certificate, ...tls },
    logger: { debug: write, warn: write },
    ...settings,
  });
  cleanUp.push(() => notary.close());
  return { simulator, endpoint, notary, logged };
}

/** The demo's rows, the first of them changed. */
export function rowsWith(changes: Partial<CertificateRow>): readonly CertificateRow[] {
  return notaryRows().map((row, index) => (index === 0 ? { ...row, ...changes } : row));
}
