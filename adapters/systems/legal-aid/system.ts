import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';
import { forKeys, type KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { only, readAnswers, readPage } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { INSTITUTION_CODES, STATUS_CODES, SYSTEM } from '#adapters/systems/legal-aid/codes.ts';
import {
  toAssignment,
  toCaseFacts,
  toCaseRecord,
  toIngestedCase,
  toLawyer,
  toLegalAidId,
  toLicenceNo,
  toRecordKey,
} from '#adapters/systems/legal-aid/mapping.ts';
import {
  toAssignableRecord,
  toAssignedCase,
  toFoundAssignment,
  unlabelledRows,
} from '#adapters/systems/legal-aid/package.ts';
import { toBeneficiaryRecord } from '#adapters/systems/legal-aid/party-mapping.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import { requireKey } from '#adapters/systems/legal-aid/refusals.ts';
import {
  ASSIGN_LAWYER,
  ASSIGNED_LAWYERS,
  BENEFICIARIES,
  CASE_FACTS,
  CASE_KEY_LENGTH,
  CASE_RECORDS,
  INBOX,
  INBOX_OF_STATUS,
  LAWYERS,
  MAX_KEYS,
  MAX_PAGE,
  PAGE,
  PING,
} from '#adapters/systems/legal-aid/statements.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Where 法援在线 is, its account (it may read, and call the package), and the limits of the connector with their defaults. */
export type LegalAidSystemSettings = Omit<OracleConnectorOptions, 'department' | 'system'>;

/** 法援在线 over Oracle. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export function createLegalAidSystem(settings: LegalAidSystemSettings): LegalAidSystem {
  const connector = createOracleConnector({ ...settings, ...SYSTEM });

  /** One row for each key that the system knows; a statement for every 50 keys. */
  async function select<Key extends string, Answer>(
    query: KeyedQuery,
    keys: readonly Key[],
    call: LegacyCall,
    keyOf: (row: OracleRow) => Key,
    read: (row: OracleRow) => Answer,
  ): Promise<Map<Key, Answer>> {
    return askInLists(MAX_KEYS, keys, async (list) => {
      const { statement, binds } = forKeys(query, list);
      const rows = await connector.query(statement, binds, call);
      const asked = { keys: list, field: query.key, keyOf };
      return readAnswers(SYSTEM, rows, asked, (own) => read(only(query.key, own)));
    });
  }

  /** The rows after a key, each after the one before: a page that steps back would never end. */
  async function pageOf(
    after: string | null,
    limit: number,
    ask: (after: string, limit: string) => Promise<OracleRow[]>,
  ): Promise<readonly OracleRow[]> {
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
      throw new RangeError(`A page has 1 to ${MAX_PAGE} records.`);
    }
    const rows = await ask(afterKey(after), String(limit));
    return reading(SYSTEM, () => {
      const keys = rows.map(toRecordKey);
      const isAfter = (key: string, index: number) => key > (keys[index - 1] ?? after ?? '');
      if (!keys.every(isAfter)) throw new UnreadableField('FYAJBH', 'is out of order');
      return rows;
    });
  }

  return {
    caseFacts: (ids, call) => select(CASE_FACTS, ids, call, toLegalAidId, toCaseFacts),
    casesById: (ids, call) => select(CASE_RECORDS, ids, call, toLegalAidId, toCaseRecord),
    beneficiariesByCase: (ids, call) => select(BENEFICIARIES, ids, call, toLegalAidId, toBeneficiaryRecord),
    lawyersByLicence: (licenceNos, call) => select(LAWYERS, licenceNos, call, toLicenceNo, toLawyer),
    assignmentsByCase: (ids, call) =>
      askInLists(MAX_KEYS, ids, async (keys) => {
        const result = await connector.callProcedure(ASSIGNED_LAWYERS, { case_keys: keys.join(',') }, call);
        const rows = reading(SYSTEM, () => unlabelledRows(result));
        const asked = { keys, field: 'FYAJBH', keyOf: toLegalAidId };
        return readAnswers(SYSTEM, rows, asked, (own) => own.map(toAssignment));
      }),
    // An agency that is no institution is asked for as it is: known or not, the cost is the same.
    async inbox({ agencyCode, status, first, after }, call) {
      const institution = INSTITUTION_CODES.get(agencyCode) ?? agencyCode;
      const ask = (start: string, limit: string) =>
        status === null
          ? connector.query(INBOX, [institution, start, limit], call)
          : connector.query(INBOX_OF_STATUS, [institution, start, STATUS_CODES.get(status) ?? status, limit], call);
      const rows = await pageOf(after, first, ask);
      return readPage(SYSTEM, rows, toRecordKey, toCaseRecord);
    },
    async assign(request, call) {
      const { legalAidId, licenceNo, staffNo, idempotencyKey } = request;
      requireKey(idempotencyKey);
      const inputs = { case_key: legalAidId, licence_no: licenceNo, staff_no: staffNo, request_key: idempotencyKey };
      const written = await connector.write(ASSIGN_LAWYER, inputs, call);
      if (written.kind === 'answered') return reading(SYSTEM, () => toAssignedCase(written.result, legalAidId));
      const assignmentNo = reading(SYSTEM, () => toFoundAssignment(written.row, request));
      const { statement, binds } = forKeys(CASE_RECORDS, [legalAidId]);
      const rows = await connector.query(statement, binds, call);
      return reading(SYSTEM, () => ({ assignmentNo, record: toAssignableRecord(rows, legalAidId) }));
    },
    async page(after, limit, call) {
      const rows = await pageOf(after, limit, (start, count) => connector.query(PAGE, [start, count], call));
      return readPage(SYSTEM, rows, toRecordKey, toIngestedCase);
    },
    async ping(call) {
      await connector.query(PING, [], call);
    },
    close: () => connector.close(),
  };
}

/** What to compare case keys with, to go on after one. Every key comes after blanks; an empty text would not do: it is NULL. */
function afterKey(key: string | null): string {
  return (key ?? '').padEnd(CASE_KEY_LENGTH);
}
