import { join } from 'node:path';
import { debianPackages, debianPrograms, placeOf, run } from '#tests/legacy/install.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

export const SOURCES = join(import.meta.dirname, 'server');

export const suite: LegacySuite = {
  name: 'gSOAP 2.8',
  async install() {
    await debianPrograms({ cc: 'gcc' });
    await debianPackages(['gsoap', 'libgsoap-dev', 'libc6-dev']);
    const place = await placeOf('gsoap');
    await run('soapcpp2', ['-c', '-S', '-x', '-L', `-d${place}`, 'values.h'], SOURCES);
    const made = ['soapC.c', 'soapServer.c'].map((file) => join(place, file));
    const output = ['-w', `-I${place}`, '-o', join(place, 'server')];
    await run('cc', [...output, 'main.c', ...made, '-lgsoap', '-lpthread'], SOURCES);
  },
};
