import type { ConnectorLogger } from '#adapters/connector/guard.ts';
import type { LegacyLimits } from '#adapters/connector/limits.ts';
import type { CallObserver } from '#adapters/connector/observe.ts';
import type { CharsetRule } from '#adapters/soap/charset/choose.ts';
import type { Charset } from '#adapters/soap/charset/names.ts';
import type { CallerHeader } from '#adapters/soap/envelope.ts';
import type { FaultDetail } from '#adapters/soap/faults/answering-fault.ts';
import type { ResultRule } from '#adapters/soap/faults/result-rule.ts';
import type { ReplySignature, SecuritySetting } from '#adapters/soap/security/settings.ts';
import type { Department, SystemName } from '#schema/departments.ts';

/** The methods of a pino logger that are called. */
export type SoapLogger = ConnectorLogger;

export interface SoapConnectorOptions {
  /** Path of the WSDL on disk, with what it imports beside it; nothing is ever loaded from the network. */
  readonly wsdl: string;
  /** Name of the WSDL's port: it decides version and style. @default the only one, or the first with SOAP 1.1 */
  readonly port?: string;
  /** Where the service is. @default the address in the WSDL, which often cannot be reached */
  readonly endpoint?: string;
  /** What the system demands of a request. @default nothing */
  readonly security?: readonly SecuritySetting[];
  /** How the system signs its replies: they are held whole and checked in one piece before they are read. @default they are not signed, or nobody looks */
  readonly verifyReplies?: ReplySignature;
  /** Of requests: the name that they declare, and what they are in. @default UTF-8 */
  readonly charset?: { readonly declared: string; readonly sent: Charset };
  /** How the charset of a reply is found where it contradicts itself. @default it is refused */
  readonly replyCharset?: CharsetRule;
  /** Where the system is told who calls, opaquely. @default 'http' */
  readonly callerHeader?: CallerHeader | null;
  /** Which operations change nothing, so that they may be tried again and shared. @default none */
  readonly isRead?: (operation: string) => boolean;
  /** Which codes in the detail of a fault are answers. @default none: a fault is a failure */
  readonly faultDetail?: FaultDetail;
  /** Where a reply says whether the call succeeded. @default HTTP and SOAP say it */
  readonly resultRule?: ResultRule;
  /** After decompression. @default 4 MiB */
  readonly maxReplyBytes?: number;
  /** @default `DEFAULT_LIMITS` */
  readonly limits?: Partial<LegacyLimits>;
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** @default none */
  readonly logger?: SoapLogger;
  /** @default nobody watches */
  readonly observer?: CallObserver;
}

export const DEFAULT_MAX_REPLY_BYTES = 4 * 1024 * 1024;
