import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { debianPrograms, mavenJars, placeOf, run } from '#tests/legacy/install.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

export const SOURCES = join(import.meta.dirname, 'server');
const STORE_PASSWORD = 'changeit';

/** Where its classes, jars and keys lie. */
export async function places(): Promise<{ readonly classPath: string; readonly keys: string }> {
  const place = await placeOf('cxf');
  return { classPath: `${join(place, 'classes')}:${join(place, 'lib')}/*`, keys: join(place, 'keys') };
}

export const suite: LegacySuite = {
  name: 'Apache CXF 3.6',
  async install() {
    await debianPrograms({ javac: 'openjdk-17-jdk-headless', mvn: 'maven', openssl: 'openssl' });
    const place = await placeOf('cxf');
    const { classPath, keys } = await places();
    await mavenJars(join(import.meta.dirname, 'pom.xml'), join(place, 'lib'));
    const sources = (await readdir(SOURCES, { recursive: true })).filter((file) => file.endsWith('.java'));
    await run('javac', ['-g', '-nowarn', '-d', join(place, 'classes'), '-cp', classPath, ...sources], SOURCES);
    await makeKeys(keys);
  },
};

/** Keys and certificates of two days for the server and for us, and the server's list of whom it trusts. */
async function makeKeys(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const who of ['server', 'client', 'stranger']) {
    const [key, certificate] = [`${who}.key`, `${who}.crt`];
    const subject = ['-subj', `/CN=${who}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
    await run('openssl', ['req', '-x509', ...subject, ...made], folder);
  }
  const own = ['-name', 'server', '-inkey', 'server.key', '-in', 'server.crt', '-out', 'server.p12'];
  await run('openssl', ['pkcs12', '-export', ...own, '-passout', `pass:${STORE_PASSWORD}`], folder);
  const trusted = ['-alias', 'client', '-file', 'client.crt', '-keystore', 'trust.p12', '-storetype', 'PKCS12'];
  await run('keytool', ['-importcert', '-noprompt', ...trusted, '-storepass', STORE_PASSWORD], folder);
}
