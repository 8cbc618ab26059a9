import type { SystemName } from '#schema/departments.ts';
import { saveFacts } from '#subgraphs/casework/registry/facts.ts';
import { raiseAlert } from '#subgraphs/casework/registry/writer/alerts.ts';
import { deriveCases } from '#subgraphs/casework/registry/writer/derive.ts';
import { forgetLeftOut, writeLeftOut } from '#subgraphs/casework/registry/writer/left-out.ts';
import {
  knownLinks,
  LABELLED,
  lockLinks,
  noteConflicts,
  withdrawLinks,
  writeLinks,
} from '#subgraphs/casework/registry/writer/links.ts';
import { startMinting } from '#subgraphs/casework/registry/writer/minting.ts';
import { type PartyKeys, writePartyKeys } from '#subgraphs/casework/registry/writer/party-keys.ts';
import {
  isNewCase,
  numberKey,
  numbersOf,
  ownNumber,
  type PlacedRecord,
  placeRecords,
} from '#subgraphs/casework/registry/writer/place-records.ts';
import { writeCases, writeRecords } from '#subgraphs/casework/registry/writer/records.ts';
import { writeTransfers } from '#subgraphs/casework/registry/writer/transfers.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** What became of the records of a page. */
export interface IngestFigures {
  readonly read: number;
  /** Taken in, or found as they were. */
  readonly written: number;
  /** Belonging to no case that is known. */
  readonly leftOut: number;
  /** Of those left out, the ones that would make a case and wait for what they link to. */
  readonly waiting: number;
  /** Labelled with a state secret. */
  readonly refused: number;
  /** Stating what the database cannot hold: each is passed over, with an alert. */
  readonly unreadable: number;
}

export interface IngestOptions {
  /** Let what waits have a case of its own: only once every source has been read. @default false */
  readonly mintWaiting?: boolean;
  /** The page was taken in before: its records raise no second alert. @default false */
  readonly isSecondLook?: boolean;
}

/** A system's records, in one transaction: a number of statements that does not depend on how many they are. */
export async function ingestRecords(
  statements: Statements,
  keys: PartyKeys,
  year: string,
  system: SystemName,
  page: readonly IngestedRecord[],
  { mintWaiting = false, isSecondLook = false }: IngestOptions,
): Promise<IngestFigures> {
  const records = eachOnce(page);
  const labelled = records.filter(({ facts }) => facts.labelled);
  const accepted = withoutNumbersOf(labelled, records);
  await lockLinks(statements);
  const changed = await withdrawLinks(statements, labelled.map(ownNumber), LABELLED);
  const [secret] = labelled;
  if (secret && !isSecondLook) {
    const { department } = secret.facts;
    await raiseAlert(statements, { rule: 'ingest.labelled', department, system, count: labelled.length });
  }
  const minting = await startMinting(statements, year);
  const known = await knownLinks(
    statements,
    accepted.flatMap(numbersOf),
    accepted.flatMap(({ caseUid }) => caseUid ?? []),
  );
  const { placed, leftOut, newLinks, conflicts } = placeRecords(accepted, known, { mint: minting.next, mintWaiting });
  await minting.done();
  await writeCases(statements, system, placed);
  await writeLinks(statements, system, newLinks);
  await writePlaced(statements, keys, system, placed);
  await forgetLeftOut(statements, records.map(ownNumber));
  await writeLeftOut(statements, leftOut);
  await deriveCases(statements, [...new Set([...changed, ...placed.map(({ caseUid }) => caseUid)])]);
  await noteConflicts(
    statements,
    system,
    conflicts.map(({ claimed, by: { facts } }) => ({
      claimed,
      department: facts.department,
      agencyCode: facts.agencyCode,
    })),
  );
  return {
    read: page.length,
    written: placed.length,
    leftOut: leftOut.length,
    waiting: leftOut.filter(isNewCase).length,
    refused: labelled.length,
    unreadable: 0,
  };
}

/** Records whose cases are there: what they state, the facts for decisions, their parties and hand-overs. */
export async function writePlaced(
  statements: Statements,
  keys: PartyKeys,
  system: SystemName,
  placed: readonly PlacedRecord[],
): Promise<void> {
  await writeRecords(statements, system, placed);
  await saveFacts(
    statements,
    placed.map(({ caseUid, record }) => ({ caseUid, facts: record.facts })),
  );
  await writePartyKeys(statements, keys, system, placed);
  await writeTransfers(statements, placed);
}

/** A legacy system may list a record twice: the first counts. */
function eachOnce(records: readonly IngestedRecord[]): IngestedRecord[] {
  return [
    ...new Map(records.toReversed().map((record) => [numberKey(ownNumber(record)), record])).values(),
  ].toReversed();
}

/** A labelled record's number is not taken in from other records either. */
function withoutNumbersOf(labelled: readonly IngestedRecord[], records: readonly IngestedRecord[]): IngestedRecord[] {
  const secret = new Set(labelled.map((record) => numberKey(ownNumber(record))));
  return records
    .filter(({ facts }) => !facts.labelled)
    .map((record) => ({
      ...record,
      linkedNumbers: record.linkedNumbers.filter((each) => !secret.has(numberKey(each))),
    }));
}
