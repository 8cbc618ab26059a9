import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority } from '#auth/keys/certificate-authority.ts';
import { loadTls, type TlsFiles } from '#auth/keys/tls-files.ts';

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;
/** A set that would end while the demo runs is made anew. */
const LEAST_DAYS_LEFT = 7;

/** The files of one side of a TLS connection in the demo: the stand-in with its server certificate, or the graph with its client certificate. */
export function demoTlsFiles(folder: string, side: 'server' | 'client'): TlsFiles {
  const file = (name: string) => join(folder, 'demo-ca', name);
  return {
    authorityFile: file('ca.crt.pem'),
    certificateFile: file(`${side}.crt.pem`),
    keyFile: file(`${side}.key.pem`),
  };
}

/**
 * Makes the demo's certificate authority with one server and one client certificate in `demo-ca` below `folder`, unless a
 * whole set that lasts a week is there. The folder is 0700, its files 0600; the authority's own key is in none of them: it is
 * gone once it has signed. A production system gets its certificates from the department's own authority.
 * @param now the real time: certificates do not follow the demo's clock
 */
export async function ensureDemoCa(folder: string, now = new Date()): Promise<void> {
  const home = join(folder, 'demo-ca');
  if (await isValid(folder, now)) return;
  const unfinished = `${home}.${randomBytes(6).toString('hex')}`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    for (const [name, text] of Object.entries(makeSet(now))) {
      await writeFile(join(unfinished, name), text, { mode: 0o600, flag: 'wx' });
    }
    await rename(unfinished, home).catch(async () => {
      // Where somebody else was faster, theirs is as good.
      if (await isValid(folder, now)) return;
      await rm(home, { recursive: true, force: true });
      await rename(unfinished, home);
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function makeSet(now: Date): Record<string, string> {
  const validity = { from: new Date(now.getTime() - DAY_MS), to: new Date(now.getTime() + VALID_DAYS * DAY_MS) };
  const authority = createAuthority('zhengfa demo CA', validity);
  const server = authority.issue({ commonName: 'notary.demo', usage: 'server', hosts: ['localhost', '127.0.0.1'] });
  const client = authority.issue({ commonName: 'zhengfa-graph', usage: 'client' });
  return {
    'ca.crt.pem': authority.certificate,
    'server.crt.pem': server.certificate,
    'server.key.pem': server.key,
    'client.crt.pem': client.certificate,
    'client.key.pem': client.key,
  };
}

/** Whether the set is whole, of one authority, and lasts. */
async function isValid(folder: string, now: Date): Promise<boolean> {
  try {
    const sides = await Promise.all([loadTls(demoTlsFiles(folder, 'server')), loadTls(demoTlsFiles(folder, 'client'))]);
    return sides.every(({ authority, certificate, key }) => {
      const leaf = new X509Certificate(certificate);
      const lasts = Date.parse(leaf.validTo) > now.getTime() + LEAST_DAYS_LEFT * DAY_MS;
      const { publicKey } = new X509Certificate(authority);
      return lasts && leaf.verify(publicKey) && leaf.checkPrivateKey(createPrivateKey(key));
    });
  } catch {
    return false;
  }
}
