import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';
import { startTnsListener, type TnsListenerOptions } from '#simulators/oracle/listener.ts';
import { blockUntilAborted, FakeEngine } from '#simulators/oracle/testing/fake-engine.ts';
import { alone } from '#tests/harness/limits.ts';
import { startProxy } from '#tests/oracle/proxy.ts';

export const call = { requestId: '0f9b2c1e-6d6f-4a7e-8a3b-1c2d3e4f5a6b', caller: 'b3BhcXVl', rights: 'rights' };
export const BLOCK = 'SELECT WAIT FROM DUAL';
const PASSWORD = 'read-only';

/** The listener over a fake engine, and the connector that asks it, through a proxy that can fail. */
export async function startOracle(options: Partial<TnsListenerOptions> = {}) {
  const engine = new FakeEngine();
  engine.on(BLOCK, blockUntilAborted);
  const listener = await startTnsListener({
    engine,
    users: { READER: PASSWORD },
    services: ['TEST'],
    port: 0,
    ...options,
  });
  const proxy = await startProxy(listener.port);
  const opened: { close(): Promise<void> }[] = [];
  return {
    engine,
    listener,
    proxy,
    connector(settings: Partial<OracleConnectorOptions> = {}) {
      const connector = createOracleConnector({
        connectString: `127.0.0.1:${proxy.port}/TEST`,
        user: 'reader',
        password: PASSWORD,
        limits: alone(10_000),
        department: 'JUSTICE',
        system: 'legal-aid',
        ...settings,
      });
      opened.push(connector);
      return connector;
    },
    async stop(): Promise<void> {
      await Promise.all(opened.map((each) => each.close()));
      await proxy.close();
      await listener.close();
    },
  };
}

export type Oracle = Awaited<ReturnType<typeof startOracle>>;
