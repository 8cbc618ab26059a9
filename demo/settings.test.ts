import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PORT_SETTINGS, readSettings } from '#demo/settings.ts';

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toEqual({
      ports: {
        gateway: 4000,
        casework: 4101,
        court: 4102,
        legalAid: 4103,
        police: 4104,
        procuratorate: 4105,
        notary: 4106,
        access: 4107,
        keycloak: 8280,
        court12368: 8368,
        procuratorate12309: 8309,
        notaryPlatform: 8443,
        legalAidOracle: 15210,
        policeOracle: 15211,
        postgres: 54320,
        control: 9368,
        gatewayMetrics: 9464,
        subgraphsMetrics: 9465,
      },
      dataDir: join(process.cwd(), '.data'),
      keysDir: join(process.cwd(), '.data', 'keys'),
      databaseUrl: null,
      bulk: { cases: 200, seed: 1 },
      today: '2025-06-16',
    });
  });

  it.each(Object.entries(PORT_SETTINGS))('moves the port of %s', (name, { variable }) => {
    const settings = readSettings({ [variable]: '5999' });
    expect(settings.ports).toEqual({ ...readSettings({}).ports, [name]: 5999 });
  });

  it.each(['off', '0'])('turns metrics off where told %s', (text) => {
    expect(readSettings({ GATEWAY_METRICS_PORT: text }).ports.gatewayMetrics).toBe(0);
  });

  it('takes folders, database and day from the environment', () => {
    const settings = readSettings({
      DATA_DIR: '/srv/政 法',
      DATABASE_URL: 'postgres://db/zhengfa',
      DEMO_TODAY: '2025-07-01',
    });
    expect(settings).toMatchObject({
      dataDir: '/srv/政 法',
      keysDir: '/srv/政 法/keys',
      databaseUrl: 'postgres://db/zhengfa',
      today: '2025-07-01',
    });
    expect(readSettings({ KEYS_DIR: '/srv/keys' }).keysDir).toBe('/srv/keys');
  });

  it('takes an empty variable as absent', () => {
    expect(readSettings({ GATEWAY_PORT: '', DATA_DIR: '', DATABASE_URL: '', DEMO_TODAY: '' })).toEqual(
      readSettings({}),
    );
  });

  it.each(['0', '65536', '4000x', '-1', '4e3', ' 4000'])('refuses the port %j and names its variable', (text) => {
    expect(() => readSettings({ GATEWAY_PORT: text })).toThrow(/GATEWAY_PORT 须为.*GATEWAY_PORT must be a port/);
  });

  it.each(['6000', '5060', '10080'])('refuses the port %s, to which fetch does not go', async (text) => {
    await expect(fetch(`http://127.0.0.1:${text}/`)).rejects.toMatchObject({ cause: { message: 'bad port' } });
    expect(() => readSettings({ GATEWAY_PORT: text })).toThrow(`GATEWAY_PORT: browsers and fetch refuse port ${text}`);
  });

  it.each(['2025-02-29', '16.6.2025', 'tomorrow'])('refuses the day %j', (text) => {
    expect(() => readSettings({ DEMO_TODAY: text })).toThrow(/DEMO_TODAY must be a real date/);
  });
});
