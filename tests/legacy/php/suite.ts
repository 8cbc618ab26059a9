import { join } from 'node:path';
import { debianPackages } from '#tests/legacy/install.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

export const SOURCES = join(import.meta.dirname, 'server');

export const suite: LegacySuite = {
  name: 'PHP SoapServer',
  install: () => debianPackages(['php-cli', 'php-soap']),
};
