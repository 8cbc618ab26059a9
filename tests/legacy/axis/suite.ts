import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { debianPackages, debianPrograms, placeOf, run } from '#tests/legacy/install.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

/** Where Debian keeps the jars. */
const LIBRARIES = [
  'axis',
  'axis-jaxrpc',
  'axis-saaj',
  'wsdl4j',
  'commons-discovery',
  'commons-logging',
  'javax.activation',
  'javax.mail',
].map((name) => `/usr/share/java/${name}.jar`);
export const SOURCES = join(import.meta.dirname, 'server');

export async function classPath(): Promise<string> {
  return [join(await placeOf('axis'), 'classes'), ...LIBRARIES].join(':');
}

export const suite: LegacySuite = {
  name: 'Apache Axis 1.4',
  async install() {
    await debianPrograms({ javac: 'openjdk-17-jdk-headless' });
    await debianPackages(['libaxis-java']);
    const sources = (await readdir(SOURCES)).filter((file) => file.endsWith('.java'));
    const classes = join(await placeOf('axis'), 'classes');
    await run(
      'javac',
      ['--release', '8', '-g', '-nowarn', '-d', classes, '-cp', await classPath(), ...sources],
      SOURCES,
    );
  },
};
