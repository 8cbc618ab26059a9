import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '#adapters/connector/limits.ts';
import { readSubgraphSettings, type SubgraphSettings } from '#subgraphs/settings.ts';

/** What each subgraph cannot do without, by who reads it. */
const NEEDED: readonly (readonly [string, (settings: SubgraphSettings) => unknown, readonly string[]])[] = [
  ['the registry', ({ databaseUrl }) => databaseUrl(), ['DATABASE_URL']],
  ['the access store', ({ accessDatabaseUrl }) => accessDatabaseUrl(), ['ACCESS_DATABASE_URL']],
  ['12368', ({ court12368 }) => court12368(), ['COURT_12368_URL', 'COURT_12368_USER', 'COURT_12368_PASSWORD']],
  ['legal aid', ({ legalAid }) => legalAid(), ['LEGAL_AID_CONNECT', 'LEGAL_AID_USER', 'LEGAL_AID_PASSWORD']],
  ['police', ({ police }) => police(), ['POLICE_CONNECT', 'POLICE_USER', 'POLICE_PASSWORD']],
  [
    '12309',
    ({ procuratorate12309 }) => procuratorate12309(),
    ['PROCURATORATE_12309_URL', 'PROCURATORATE_12309_USER', 'PROCURATORATE_12309_PASSWORD'],
  ],
  ['notary', ({ notary }) => notary(), ['NOTARY_URL', 'NOTARY_TLS_CA', 'NOTARY_TLS_CERT', 'NOTARY_TLS_KEY']],
];
const WHOLE = Object.fromEntries(NEEDED.flatMap(([, , names]) => names.map((name) => [name, `the ${name}`])));

describe('settings of the subgraphs', () => {
  it.each(NEEDED)('of %s are read when they are needed, each named where it is missing', (_whose, read, names) => {
    const text = JSON.stringify(read(readSubgraphSettings(WHOLE)));
    for (const name of names) {
      expect(text).toContain(`the ${name}`);
      const { [name]: _left, ...rest } = WHOLE;
      for (const env of [rest, { ...rest, [name]: '' }]) {
        expect(() => read(readSubgraphSettings(env))).toThrow(new RegExp(`\\p{Script=Han}.* ${name} / .*${name}`, 'u'));
      }
    }
  });

  it('one subgraph does not need those of the others', () => {
    expect(readSubgraphSettings({ DATABASE_URL: 'x' }).databaseUrl()).toBe('x');
  });

  it('have a place and a port for everything where nothing is said', () => {
    const { ports, addresses, auditDir, today } = readSubgraphSettings({});
    expect([ports.casework, addresses.casework, auditDir, today]).toEqual([
      4101,
      'http://127.0.0.1:4101/graphql',
      '.data/audit',
      null,
    ]);
  });

  it('say how long grants may last, in days', () => {
    expect(readSubgraphSettings({}).grantLimits()).toEqual({ unmaskDays: 30, recordCheckDays: 7 });
    const shorter = { GRANT_UNMASK_DAYS: '3', GRANT_RECORD_CHECK_DAYS: '1' };
    expect(readSubgraphSettings(shorter).grantLimits()).toEqual({ unmaskDays: 3, recordCheckDays: 1 });
    expect(() => readSubgraphSettings({ GRANT_UNMASK_DAYS: '91' }).grantLimits()).toThrow('GRANT_UNMASK_DAYS');
  });

  it('say how much each system may be asked: its own limits, then those of all, then the defaults', () => {
    const env = { ...WHOLE, LEGACY_TIMEOUT_MS: '2000', COURT_12368_CALL_TIMEOUT_MS: '4000', POLICE_CONCURRENCY: '2' };
    const settings = readSubgraphSettings(env);
    expect(settings.court12368().limits).toEqual({ ...DEFAULT_LIMITS, callTimeoutMs: 4000 });
    expect(settings.notary().limits).toEqual({ ...DEFAULT_LIMITS, callTimeoutMs: 2000 });
    expect(settings.police().limits).toMatchObject({ callTimeoutMs: 2000, concurrency: 2 });
    expect(settings.legalAid().limits).toMatchObject({ callTimeoutMs: 2000, concurrency: 4 });
  });

  it.each(['COURT_12368', 'PROCURATORATE_12309', 'NOTARY', 'LEGAL_AID', 'POLICE'])(
    'of %s stop the start where a limit is not safe',
    (system) => {
      const settings = readSubgraphSettings({ ...WHOLE, [`${system}_QUEUE`]: '100000' });
      const { court12368, procuratorate12309, notary, legalAid, police } = settings;
      const read = () => [court12368, procuratorate12309, notary, legalAid, police].map((each) => each());
      expect(read).toThrow(`${system}_QUEUE is a whole number from 0 to 1000: 100000`);
    },
  );

  it.each([
    ['LEGACY_TIMEOUT_MS', '5s'],
    ['LEGACY_TIMEOUT_MS', '99'],
    ['LEGACY_TIMEOUT_MS', '15001'],
    ['LEGACY_TIMEOUT_MS', '-1'],
    ['SUBGRAPH_COURT_PORT', '70000'],
    ['SUBGRAPH_LEGAL_AID_PORT', '4e3'],
  ])('%s=%s is refused by its name', (variable, text) => {
    expect(() => readSubgraphSettings({ [variable]: text })).toThrow(variable);
  });
});
