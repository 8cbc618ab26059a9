import type { SecureEnvelope } from '#adapters/soap/security/wsse.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';
import { escapeAttribute, escapeText } from '#adapters/soap/xml/escape.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';

/** Of envelope, header and body in what we write; WS-Security is inserted by it. Nothing else may bear it. */
export const ENVELOPE_PREFIX = 'soap';

/** Where a system is told on whose behalf it is called: an element of its header, or `X-Request-Id` and `X-Caller` of HTTP. */
export type CallerHeader = 'http' | { readonly namespace: string; readonly name: string };

export interface EnvelopeOptions {
  readonly version: SoapVersion;
  /** The name that the XML declaration gives. */
  readonly charset: string;
  readonly callerHeader: CallerHeader | null;
  readonly secure: SecureEnvelope | null;
}

/**
 * A request's envelope (SOAP 1.1 §4, SOAP 1.2 part 1 §5), prolog included.
 * @param body what stands in its body: XML with its own namespace declarations
 */
export function writeEnvelope(body: string, call: LegacyCall, options: EnvelopeOptions): string {
  const { version, charset, callerHeader, secure } = options;
  const blocks = callerHeader === null || callerHeader === 'http' ? '' : callerBlock(callerHeader, call);
  const header = secure || blocks !== '' ? element('Header', blocks) : '';
  const declared = ` xmlns:${ENVELOPE_PREFIX}="${version.namespace}"`;
  const envelope = element('Envelope', header + element('Body', body), declared);
  return `<?xml version="1.0" encoding="${charset}"?>${secure ? secure(envelope) : envelope}`;
}

export interface RequestHeaderOptions {
  readonly version: SoapVersion;
  readonly charset: string;
  readonly callerHeader: CallerHeader | null;
  /** SOAPAction of the operation. */
  readonly action: string;
}

/** The HTTP headers of a request: SOAP 1.1 §6.1.1 has the action in a header of its own, SOAP 1.2 (RFC 3902) in the media type. */
export function requestHeaders(call: LegacyCall, options: RequestHeaderOptions): Record<string, string> {
  const { version, charset, callerHeader, action } = options;
  const quoted = `"${action.replace(/["\\]|[^ -~]/gu, encodeURIComponent)}"`;
  const media = version.is12
    ? { 'content-type': `application/soap+xml; charset=${charset}${action === '' ? '' : `; action=${quoted}`}` }
    : { 'content-type': `text/xml; charset=${charset}`, soapaction: quoted };
  const caller = callerHeader === 'http' ? { 'x-request-id': call.requestId, 'x-caller': call.caller } : {};
  // Servers that compress all the same are understood; none is asked to.
  return { ...media, ...caller, 'accept-encoding': 'identity' };
}

function callerBlock({ namespace, name }: { readonly namespace: string; readonly name: string }, call: LegacyCall) {
  const { requestId, caller } = call;
  const fields = `<requestId>${escapeText(requestId)}</requestId><caller>${escapeText(caller)}</caller>`;
  return `<${name} xmlns="${escapeAttribute(namespace)}">${fields}</${name}>`;
}

function element(name: string, content: string, attributes = ''): string {
  return `<${ENVELOPE_PREFIX}:${name}${attributes}>${content}</${ENVELOPE_PREFIX}:${name}>`;
}
