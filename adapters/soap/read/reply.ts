import type { XmlRecord } from '#adapters/soap/value.ts';

/** What a system answered. */
export type Reply = Answer | { readonly kind: 'fault'; readonly fault: SoapFault };

export interface Answer {
  readonly kind: 'answer';
  /** In document style with one part the content of its element (`#text` where that is text or nil), else an entry for each part. */
  readonly record: XmlRecord;
  /** How many elements and attributes the WSDL does not declare; they are left out. */
  readonly undeclared: number;
}

/** SOAP 1.1 §4.4, SOAP 1.2 part 1 §5.4. All of it is the system's text: only codes that look like codes may be logged. */
export interface SoapFault {
  /** Local name, such as `Server`, `Client.Authentication` or `Receiver`; `''` where there is none. */
  readonly code: string;
  /** Local names, the outermost first; none in SOAP 1.1. */
  readonly subcodes: readonly string[];
  /** In Chinese where there are several languages. For comparing; never for a log. */
  readonly reason: string;
  /** Actor, or role. */
  readonly actor: string | null;
  /** By element: typed where the WSDL declares the fault, else as an element of `xs:any` is. */
  readonly detail: XmlRecord;
}

export interface ReplyLimits {
  /** Elements in one another, references of RPC/encoded followed. @default 100 */
  readonly depth: number;
  /** Characters that RPC/encoded may add to a message by referring to something more than once, an element being 32. @default 16 Mi */
  readonly added: number;
}
