import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ECHO, eventually, type Harness, SERVICE, single, startHarness } from '#simulators/oracle/testing/harness.ts';

describe.each(['12c', '11g'] as const)('logging on with the %s verifier', (verifier) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ verifier });
  });
  afterAll(() => harness.listener.close());

  it('accepts the right password, of any characters', async () => {
    const connection = await harness.connect();
    expect(await single(connection, ECHO, ['好'])).toBe('好');
    expect(harness.engine.users.at(-1)).toBe('LEGAL_AID');
    await connection.close();
  });

  it('tells the engine the time zone of the client', async () => {
    await harness.withConnection(async () => expect(harness.engine.timeZones.at(-1)).toMatch(/^[+-]\d\d:\d{1,2}$/));
  });

  it('takes user names in any case', async () => {
    const connection = await harness.connect({ user: 'PLAIN', password: 'tiger' });
    expect(harness.engine.users.at(-1)).toBe('PLAIN');
    await connection.close();
  });

  it('refuses a wrong password, an empty one and an unknown user alike', async () => {
    const opened = harness.engine.users.length;
    for (const wrong of [{ password: 'wrong' }, { password: 'tige' }, { user: 'nobody', password: 'tiger' }]) {
      await expect(harness.connect({ user: 'plain', ...wrong })).rejects.toThrow(
        'ORA-01017: invalid username/password; logon denied',
      );
    }
    expect(harness.engine.users).toHaveLength(opened);
  });
});

describe('connecting', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.listener.close());

  const descriptor = (inConnectData: string) =>
    `(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=127.0.0.1)(PORT=${harness.listener.port}))(CONNECT_DATA=${inConnectData}))`;

  it('refuses an unknown service and an unknown SID', async () => {
    const { port } = harness.listener;
    await expect(harness.connect({ connectString: `127.0.0.1:${port}/NOPE` })).rejects.toThrow('NJS-518');
    await expect(harness.connect({ connectString: descriptor('(SID=NOPE)') })).rejects.toThrow('NJS-519');
  });

  it.each([100, 3000])('takes a connect descriptor with %d bytes of padding', async (length) => {
    const connectString = descriptor(`(SERVICE_NAME=${SERVICE.toLowerCase()})(PADDING=${'x'.repeat(length)})`);
    const connection = await harness.connect({ connectString });
    expect(await single(connection, ECHO, [1])).toBe(1);
    await connection.close();
  });

  it('serves a pooled server, whose release gets no reply', async () => {
    const connection = await harness.connect({ connectString: descriptor(`(SERVICE_NAME=${SERVICE})(SERVER=POOLED)`) });
    expect(await single(connection, ECHO, [1])).toBe(1);
    await connection.close();
  });

  it('shows the server as release 19', async () => {
    await harness.withConnection(async (connection) => expect(connection.oracleServerVersionString).toMatch(/^19\.3/));
  });

  it('passes on the schema and reads all that a client tells about itself', async () => {
    await harness.withConnection(async (connection) => {
      connection.currentSchema = 'FY';
      connection.module = '指派';
      connection.action = 'assign';
      connection.clientId = 'graph';
      connection.clientInfo = 'test';
      expect(await single(connection, ECHO, ['after'])).toBe('after');
      expect(harness.engine.schemas).toContain('FY');
      expect(harness.engine.endToEnd).toEqual([{ clientId: 'graph', module: '指派', action: 'assign' }]);
      connection.action = '';
      const before = harness.listener.behalf();
      expect(await single(connection, ECHO, ['later'])).toBe('later');
      expect(harness.engine.endToEnd.at(-1)).toEqual({ action: '' });
      expect(harness.listener.behalf()).toEqual({
        statements: before.statements + 1,
        clientId: before.clientId + 1,
        module: before.module + 1,
        action: before.action,
      });
    });
  });

  it('ends the session at log-off and when the socket is cut', async () => {
    await eventually(() => harness.engine.openSessions === 0);
    const connection = await harness.connect();
    expect([harness.listener.openConnections(), harness.engine.openSessions]).toEqual([1, 1]);
    await connection.close();
    await eventually(() => harness.listener.openConnections() === 0 && harness.engine.openSessions === 0);
    expect(harness.errors).toEqual([]);
  });
});
