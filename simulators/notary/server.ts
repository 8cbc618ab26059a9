import { readFile } from 'node:fs/promises';
import type { Simulator } from '#simulators/control/simulator.ts';
import { NOTARY_PATH } from '#simulators/notary/address.ts';
import { DAMAGES } from '#simulators/notary/damages.ts';
import { NAMESPACE, operationsOver, REPLIES } from '#simulators/notary/operations.ts';
import type { CertificateRow } from '#simulators/notary/rows.ts';
import type { ServerTls } from '#simulators/soap/failing-http.ts';
import { CERTIFICATE_EXPIRED } from '#simulators/soap/garbage.ts';
import { startSoapServer } from '#simulators/soap/server.ts';
import { SOAP_1_2 } from '#simulators/soap/version.ts';

export interface NotaryOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  readonly tls: ServerTls;
  readonly rows: readonly CertificateRow[];
}

/** 公证云's 核查服务 as a SOAP 1.2 service over TLS. Calls are counted by the element of the request. */
export async function startNotary({ port, host, tls, rows }: NotaryOptions): Promise<Simulator> {
  const service = {
    name: 'notary',
    path: NOTARY_PATH,
    wsdl: await readFile(new URL('./hecha.wsdl', import.meta.url), 'utf8'),
    locatesItself: false,
    namespace: NAMESPACE,
    damages: DAMAGES,
    garbage: CERTIFICATE_EXPIRED,
    version: SOAP_1_2,
    tls,
    operations: operationsOver(rows),
    replyTo: (element: string) => REPLIES.get(element) ?? element,
  };
  return startSoapServer(service, port, host);
}
