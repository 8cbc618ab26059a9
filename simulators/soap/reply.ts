/** An HTTP answer, whole in memory. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** Cut the connection after half of the body. */
  readonly cut?: boolean;
}

export function xmlReply(status: number, xml: string): Reply {
  return { status, contentType: 'text/xml; charset=utf-8', body: Buffer.from(xml) };
}
