import { createOracleConnector } from '#adapters/oracle/connector.ts';
import { call } from '#tests/oracle/harness.ts';

/** Prints a row of dates, and sends it back as binds: a process of its own, since only so it has a zone of its own. */
const [port = '', select = '', echo = ''] = process.argv.slice(2);
const connector = createOracleConnector({
  ...{ connectString: `127.0.0.1:${port}/TEST`, user: 'reader', password: 'read-only' },
  ...{ department: 'JUSTICE', system: 'legal-aid' },
});
const [row = {}] = await connector.query({ name: 'dates', sql: select }, [], call);
const binds = Object.entries(row).map(([name, value]) => ({
  kind: name.startsWith('TZ') ? ('timestamptz' as const) : ('timestamp' as const),
  value,
}));
const [sent = {}] = await connector.query({ name: 'echo', sql: echo }, binds, call);
const hours = new Date(2025, 6, 1).getTimezoneOffset() / 60;
process.stdout.write(JSON.stringify({ hours, read: Object.values(row), sent: Object.values(sent) }));
await connector.close();
