import type { Department, SystemName } from '#schema/departments.ts';
import { raiseAlert } from '#subgraphs/casework/registry/writer/alerts.ts';
import type { IngestFigures, IngestOptions } from '#subgraphs/casework/registry/writer/ingest-records.ts';
import { createPositions, type Position } from '#subgraphs/casework/registry/writer/positions.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { Database, Statements } from '#subgraphs/kit/postgres/database.ts';
import { DatabaseError } from '#subgraphs/kit/postgres/database-error.ts';

export interface PageOptions extends IngestOptions {
  /** Records of the page that could not be read, and whose they are: they raise an alert. @default none */
  readonly unreadable?: { readonly department: Department; readonly count: number };
  /** How far the source has been read with this page; kept together with it, or not at all. @default nothing is kept */
  readonly reached?: { readonly before: string | null; readonly position: Position };
}

/** Takes in a system's records in the transaction of these statements. */
export type Ingest = (
  statements: Statements,
  system: SystemName,
  records: readonly IngestedRecord[],
  options: IngestOptions,
) => Promise<IngestFigures>;

/**
 * A page in one transaction. Where the database cannot hold what one of its records states, the page is halved until that one is alone: it
 * is passed over with an alert, and the others are taken in. Throws `DatabaseError`.
 */
export async function ingestPage(
  database: Database,
  ingest: Ingest,
  system: SystemName,
  page: readonly IngestedRecord[],
  { unreadable, reached, ...options }: PageOptions,
): Promise<IngestFigures> {
  return takeIn(page, async (statements, { leftOut }) => {
    if (unreadable) await raiseAlert(statements, { rule: 'ingest.unreadable', system, ...unreadable });
    if (!reached) return;
    const { before: after, position } = reached;
    const positions = createPositions(statements);
    if (leftOut > 0) await positions.noteSecondLook({ source: system, after, leftOut });
    await positions.keepPosition(position);
  });

  /** @param finish what is written along with the records, in the last transaction */
  async function takeIn(
    records: readonly IngestedRecord[],
    finish: (statements: Statements, figures: IngestFigures) => Promise<void>,
  ): Promise<IngestFigures> {
    const write = (work: (statements: Statements) => Promise<IngestFigures>) =>
      database.transaction('ingestRecords', async (statements) => {
        const figures = await work(statements);
        await finish(statements, figures);
        return figures;
      });
    try {
      return await write((statements) => ingest(statements, system, records, options));
    } catch (error) {
      const [first, ...others] = records;
      if (first === undefined || !(error instanceof DatabaseError && error.isOfValues)) throw error;
      if (others.length === 0) return write((statements) => passOver(statements, first));
    }
    const middle = Math.ceil(records.length / 2);
    const head = await takeIn(records.slice(0, middle), async () => {});
    const tail = await takeIn(records.slice(middle), async () => {});
    return write(async () => sum(head, tail));
  }

  async function passOver(statements: Statements, { facts }: IngestedRecord): Promise<IngestFigures> {
    const alert = { rule: 'ingest.unreadable', department: facts.department, system, count: 1 } as const;
    if (!options.isSecondLook) await raiseAlert(statements, alert);
    return { read: 1, written: 0, leftOut: 0, waiting: 0, refused: 0, unreadable: 1 };
  }
}

function sum(one: IngestFigures, other: IngestFigures): IngestFigures {
  return {
    read: one.read + other.read,
    written: one.written + other.written,
    leftOut: one.leftOut + other.leftOut,
    waiting: one.waiting + other.waiting,
    refused: one.refused + other.refused,
    unreadable: one.unreadable + other.unreadable,
  };
}
