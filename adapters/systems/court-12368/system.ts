import { fileURLToPath } from 'node:url';
import { createSoapConnector, type SoapLogger } from '#adapters/soap/connector.ts';
import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import { recordsIn, requiredText } from '#adapters/systems/court-12368/fields.ts';
import { toCaseFacts, toCaseRecord, toHearings, toRepresentations } from '#adapters/systems/court-12368/mapping.ts';
import type { CourtSystem } from '#adapters/systems/court-12368/port.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { inListsOf } from '#adapters/systems/lists.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

export interface CourtSystemSettings {
  /** Where the service is, as `http(s)://host:port/path`. */
  readonly endpoint: string;
  readonly user: string;
  readonly password: string;
  /** For one call. @default 5000 */
  readonly timeoutMs?: number;
  /** @default 4 MiB */
  readonly maxReplyBytes?: number;
  /** Calls at once. @default 8 */
  readonly maxConcurrent?: number;
  readonly logger?: SoapLogger;
}

const SYSTEM = { department: 'COURT', system: '12368' } as const;
const WSDL = fileURLToPath(new URL('./court-12368.wsdl', import.meta.url));
/** What an operation takes at most. */
const MAX_KEYS = 50;

/** The court's 12368 over SOAP. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export async function createCourtSystem(settings: CourtSystemSettings): Promise<CourtSystem> {
  const { endpoint, user, password, logger } = settings;
  const connector = await createSoapConnector({
    ...SYSTEM,
    wsdl: WSDL,
    endpoint,
    security: { user, password },
    timeoutMs: settings.timeoutMs ?? 5000,
    maxReplyBytes: settings.maxReplyBytes ?? 4 * 1024 * 1024,
    maxConcurrent: settings.maxConcurrent ?? 8,
    ...(logger && { logger }),
  });

  /** What `read` makes of each case that the court knows; a call for every 50 numbers. */
  async function ask<Answer>(
    operation: string,
    numbers: readonly CourtCaseNo[],
    call: LegacyCall,
    read: (record: XmlRecord, number: CourtCaseNo) => Answer,
  ): Promise<Map<CourtCaseNo, Answer>> {
    const lists = inListsOf(MAX_KEYS, [...new Set(numbers)]);
    const answers = await Promise.all(
      lists.map(async (keys) => readReply(keys, await connector.call(operation, { AHLB: { AH: keys } }, call), read)),
    );
    return new Map(answers.flat());
  }

  return {
    caseFacts: (numbers, call) => ask('cxAjQx', numbers, call, toCaseFacts),
    casesByNumber: (numbers, call) => ask('cxAjXx', numbers, call, toCaseRecord),
    hearingsByCase: (numbers, call) => ask('cxKtXx', numbers, call, toHearings),
    representationsByCase: (numbers, call) => ask('cxWtDl', numbers, call, toRepresentations),
    async ping(call) {
      await connector.call('cxXtSj', {}, call);
    },
    close: () => connector.close(),
  };
}

/**
 * The cases of one reply by canonical number, whatever brackets the court writes. One that was not asked for, one that
 * comes twice or a count that differs means that the reply is not what it seems.
 */
function readReply<Answer>(
  asked: readonly CourtCaseNo[],
  reply: XmlRecord,
  read: (record: XmlRecord, number: CourtCaseNo) => Answer,
): [CourtCaseNo, Answer][] {
  return reading(SYSTEM, () => {
    const missing = new Set(asked);
    const cases = recordsIn(reply, 'AJLB', 'AJ');
    if (requiredText(reply, 'JLS') !== String(cases.length))
      throw new UnreadableField('JLS', 'is not the number of cases');
    return cases.map((record) => {
      const number = courtCaseNo.parse(requiredText(record, 'AH'));
      if (number === null || !missing.delete(number)) throw new UnreadableField('AH', 'is not one that was asked for');
      return [number, read(record, number)];
    });
  });
}
