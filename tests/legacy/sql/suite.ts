import { join } from 'node:path';
import { debianPrograms, mavenJars, placeOf } from '#tests/legacy/install.ts';
import { installPython } from '#tests/legacy/python/environment.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

/** Where the jars of `pom.xml` lie. */
export async function jars(): Promise<string> {
  return join(await placeOf('sql'), 'jars');
}

export const suite: LegacySuite = {
  name: 'SQL by sqlglot and Apache ShardingSphere',
  async install() {
    await installPython('sql', ['sqlglot==30.30.0']);
    // A source file is started as it is, which takes the compiler too.
    await debianPrograms({ javac: 'openjdk-17-jdk-headless', mvn: 'maven' });
    await mavenJars(join(import.meta.dirname, 'pom.xml'), await jars());
  },
};
