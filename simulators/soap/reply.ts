import { SOAP_1_1, type SoapVersion } from '#simulators/soap/version.ts';

/** An HTTP answer, whole in memory. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** Cut the connection after half of the body. */
  readonly cut?: boolean;
}

export function xmlReply(status: number, xml: string, { contentType }: SoapVersion = SOAP_1_1): Reply {
  return { status, contentType, body: Buffer.from(xml) };
}

export function htmlReply(status: number, title: string): Reply {
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1><hr>nginx/1.14.0</body></html>`;
  return { status, contentType: 'text/html', body: Buffer.from(body) };
}

export function emptyReply(status: number): Reply {
  return { status, contentType: 'text/plain', body: Buffer.alloc(0) };
}
