import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '#schema/clock.ts';
import { CallCounter, type Simulator } from '#simulators/control/simulator.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';
import { DAMAGES } from '#simulators/procuratorate-12309/damages.ts';
import { readCall, writeAxisFault, writeResult } from '#simulators/procuratorate-12309/envelope.ts';
import { GARBAGE } from '#simulators/procuratorate-12309/garbage.ts';
import { operationsOver } from '#simulators/procuratorate-12309/operations.ts';
import { type Account, Refusal, readRequest } from '#simulators/procuratorate-12309/request.ts';
import type { Procuratorate12309Bulk, Procuratorate12309Rows } from '#simulators/procuratorate-12309/rows.ts';
import { damagedTree } from '#simulators/soap/damage.ts';
import { startFailingHttp } from '#simulators/soap/failing-http.ts';
import { SoapFault } from '#simulators/soap/fault.ts';
import { type Reply, xmlReply } from '#simulators/soap/reply.ts';
import { writeElement, type XmlTree } from '#simulators/soap/xml.ts';

export interface Procuratorate12309Options extends Account {
  /** 0 takes a free one. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  readonly rows: Procuratorate12309Rows;
  /** Records beside the rows. @default none */
  readonly bulk?: Procuratorate12309Bulk;
  /** Business time: tickets and appointments are dated by it. */
  readonly clock: Clock;
}

const NAMESPACE = 'urn:procuratorate-12309:jcfw';
/** Operations whose method gives an `Object`. */
const BY_REFERENCE = new Set(['cxAjFy', 'tjGd', 'tjYjYy']);

/** 12309 (检察服务) as a SOAP 1.1 service in the manner of Axis 1.x. Its WSDL is at `?wsdl`; calls are counted once they are let in. */
export async function startProcuratorate12309(options: Procuratorate12309Options): Promise<Simulator> {
  const { port, host = '127.0.0.1', rows, clock, bulk } = options;
  const wsdl = await readFile(new URL('./jcfw.wsdl', import.meta.url), 'utf8');
  const operations = operationsOver(rows, () => clock.now().replace(/\D/g, '').slice(0, 14), bulk);
  const counter = new CallCounter();

  /** What the one string of a reply says. */
  function resultOf(name: string, argument: string, damage: string | null): string {
    const operation = operations.get(name);
    if (operation === undefined) throw new SoapFault('soapenv:Client', 'No such operation');
    try {
      const args = readRequest(argument, options);
      counter.count(name);
      const { count, content } = operation(args);
      const reply = { JGM: '0', JGMS: '处理成功', JLS: String(count), SJ: content };
      return document(damagedTree(reply, name, damage, DAMAGES));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return document({ JGM: '-1', JGMS: error.message, JLS: '0', SJ: '' });
    }
  }

  async function answer(request: IncomingMessage, damage: string | null): Promise<Reply> {
    try {
      const contentType = request.headers['content-type'] ?? '';
      const { operation, argument } = readCall(await buffer(request), contentType, NAMESPACE);
      return writeResult(operation, resultOf(operation, argument, damage), NAMESPACE, BY_REFERENCE.has(operation));
    } catch (error) {
      const fault =
        error instanceof SoapFault ? error : new SoapFault('soapenv:Server.generalException', '系统内部错误');
      return writeAxisFault(500, fault);
    }
  }

  function page(method: string, url: URL): Reply | null {
    if (url.pathname !== PROCURATORATE_12309_PATH)
      return { status: 404, contentType: 'text/plain', body: Buffer.alloc(0) };
    return method === 'GET' && url.search.toLowerCase() === '?wsdl' ? xmlReply(200, wsdl) : null;
  }

  const server = await startFailingHttp(
    { garbage: GARBAGE, dataKinds: Object.keys(DAMAGES.strikes), page, answer },
    port,
    host,
  );
  return { ...server, name: '12309', calls: () => counter.read(), resetCalls: () => counter.reset() };
}

function document(content: XmlTree): string {
  return `<?xml version="1.0" encoding="GBK"?>\n${writeElement('XY', content)}`;
}
