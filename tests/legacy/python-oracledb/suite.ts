import { installPython } from '#tests/legacy/python/environment.ts';
import type { LegacySuite } from '#tests/legacy/suite.ts';

export const suite: LegacySuite = {
  name: 'python-oracledb 26.1 in Thin mode',
  install: () => installPython('python-oracledb', ['oracledb==26.1.0']),
};
