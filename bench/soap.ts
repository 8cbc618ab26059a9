/**
 * `npm run bench:soap -- [rows]` prints how long a large document/literal reply takes to read and the longest time for which nothing else
 * ran meanwhile: with our connector, and with what `soap` alone does with the same reply.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createClientAsync } from 'soap';
import { createSoapConnector } from '#adapters/soap/connector.ts';
import { DEFAULT_XML_LIMITS } from '#adapters/soap/xml/limits.ts';

const WSDL = fileURLToPath(new URL('../adapters/soap/connector.test.wsdl', import.meta.url));
const rows = Number(process.argv[2] ?? 200_000);
const call = { requestId: 'bench', caller: 'bench', rights: 'bench' };
const MAX_REPLY_BYTES = 1024 * 1024 * 1024;

/** The reply comes from a thread of its own, so that sending it blocks nobody here. */
const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const row = (index) =>
    '<item><id>' + (9007199254740993n + BigInt(index)) + '</id><count>' + index + '</count><amount>12800.10</amount>' +
    '<on>2024-01-02</on><at>2025-06-24T09:00:00</at><open>1</open><label>（2025）鲁9999刑初' + index + '号 张拟甲</label></item>';
  const parts = ['<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><readResponse xmlns="urn:test:register">'];
  for (let index = 0; index < workerData; index += 1) parts.push(row(index));
  parts.push('</readResponse></s:Body></s:Envelope>');
  const body = Buffer.from(parts.join(''));
  const server = createServer((request, response) =>
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8', 'content-length': body.length }).end(body)));
  server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port, bytes: body.length }));
`;

const server = new Worker(SERVER, { eval: true, workerData: rows });
const { port, bytes } = await new Promise<{ port: number; bytes: number }>((done) => server.once('message', done));
const endpoint = `http://127.0.0.1:${port}/`;
console.log(`${rows} rows, ${(bytes / 2 ** 20).toFixed(1)} MiB`);

async function ours(): Promise<number> {
  const connector = await createSoapConnector({
    wsdl: WSDL,
    endpoint,
    limits: { callTimeoutMs: 600_000, retries: 0 },
    maxReplyBytes: MAX_REPLY_BYTES,
    department: 'COURT',
    system: '12368',
  });
  const { item } = await connector.call('read', { key: ['1'] }, call);
  await connector.close();
  return (item as readonly unknown[]).length;
}

async function theirs(): Promise<number> {
  const client = await createClientAsync(WSDL, { endpoint });
  const [{ item }] = await client.readAsync({ key: ['1'] });
  return item.length;
}

console.log(`at most ${DEFAULT_XML_LIMITS.elements} elements are read of one reply`);
for (const [name, read] of Object.entries({
  'our connector': ours,
  'soap alone': theirs,
  'our connector, warm': ours,
})) {
  global.gc?.();
  await setTimeout(200);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const count = await read();
  const elapsed = performance.now() - began;
  await setTimeout(20);
  delay.disable();
  const [p99, longest] = [delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(1));
  const heap = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0);
  console.log(
    `  ${name.padEnd(20)} ${String(count).padStart(8)} rows ${elapsed.toFixed(0).padStart(6)} ms, longest block ${longest} ms (p99 ${p99} ms), heap ${heap} MiB`,
  );
}
await server.terminate();
