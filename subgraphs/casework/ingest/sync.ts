import type { Logger } from 'pino';
import type { SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { lookAgain } from '#subgraphs/casework/ingest/look-again.ts';
import { answered, ownerOf, type Pages, SOURCES } from '#subgraphs/casework/ingest/source.ts';
import type { Position } from '#subgraphs/casework/registry/writer/positions.ts';
import type { RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { type PagedRecord, wasRead } from '#subgraphs/kit/ingested-record.ts';

export interface SyncOptions {
  readonly pages: Pages;
  readonly writer: RegistryWriter;
  readonly logger: Logger;
  /** @default 500 */
  readonly pageSize?: number;
}

/** What became of a source's records in this sync. */
export interface SyncFigures {
  readonly source: SystemName;
  readonly read: number;
  /** Taken in, or found as they were. */
  readonly written: number;
  /** Belonging to no case that is known. */
  readonly leftOut: number;
  /** Labelled with a state secret. */
  readonly refused: number;
  /** Not to be read: each is passed over, with an alert. */
  readonly unreadable: number;
  /** Code of the error by which the source was not read to its end; the next sync goes on there. */
  readonly failure: string | null;
}

type Coming = Promise<readonly PagedRecord[] | DepartmentError>;

/** Another sync is under way, here or anywhere else. */
export class AlreadySyncing extends Error {
  constructor() {
    super('另一个同步正在进行，请待其结束 / another sync is running: wait until it has ended');
  }
}

/**
 * Reads all sources into the registry, then again what had found no case. A sync that was killed goes on where it was; after one that ended
 * a new one begins, but for a source that had failed. One that fails does not keep the others from being read. Throws
 * {@link AlreadySyncing}, `DatabaseError`.
 */
export async function syncRegistry(options: SyncOptions): Promise<SyncFigures[]> {
  const figures = await options.writer.alone(() => readAll(options));
  if (figures === null) throw new AlreadySyncing();
  return figures;
}

async function readAll({ pages, writer, logger, pageSize = 500 }: SyncOptions): Promise<SyncFigures[]> {
  const figures: SyncFigures[] = [];
  for (const position of await startingPositions(writer)) {
    const read = await readSource(position);
    logger.info({ ...read }, 'source read');
    figures.push(read);
  }
  const isWhole = figures.every(({ failure, unreadable }) => failure === null && unreadable === 0);
  const again = await lookAgain({ pages, writer, logger, pageSize, isWhole });
  await writer.refreshStatistics();
  await writer.forgetSecondLooks();
  return figures.map((each) => {
    const { found, leftOut } = again.get(each.source) ?? { found: 0, leftOut: 0 };
    return { ...each, written: each.written + found, leftOut };
  });

  async function readSource({ source, after, state }: Position): Promise<SyncFigures> {
    const sum = { source, read: 0, written: 0, leftOut: 0, refused: 0, unreadable: 0, failure: null };
    if (state === 'FINISHED') return sum;
    let before = after;
    for (let coming: Coming | null = ask(source, before); coming; ) {
      const page: Awaited<Coming> = await coming;
      if (page instanceof DepartmentError) {
        await writer.keepPosition({ source, after: before, state: 'FAILED' });
        return { ...sum, failure: page.code };
      }
      const isEnd: boolean = page.length < pageSize;
      const last = lastKey(source, page, before);
      // The department makes the next page while this one is written.
      coming = isEnd ? null : ask(source, last);
      const records = page.filter(wasRead);
      const unread = page.length - records.length;
      const became = await writer.ingestRecords(source, records, {
        ...(unread > 0 && { unreadable: { department: ownerOf(source).department, count: unread } }),
        reached: { before, position: { source, after: last, state: isEnd ? 'FINISHED' : 'READING' } },
      });
      const unreadable = unread + became.unreadable;
      if (unreadable > 0) logger.warn({ source, unreadable }, 'records of a page cannot be read');
      sum.unreadable += unreadable;
      for (const name of ['read', 'written', 'leftOut', 'refused'] as const) sum[name] += became[name];
      before = last;
    }
    return sum;
  }

  /** If the page before it cannot be written nobody waits for it any more, whatever becomes of it. */
  function ask(source: SystemName, after: string | null): Coming {
    const coming = answered(pages(source, after, pageSize));
    coming.catch(() => {});
    return coming;
  }
}

/** All sources are kept as unread before the first is read, so that the next sync sees that this one has not ended. */
async function startingPositions(writer: RegistryWriter): Promise<Position[]> {
  const known = new Map((await writer.positions()).map((position) => [position.source, position]));
  const wasKilled =
    [...known.values()].some(({ state }) => state === 'READING') || (await writer.secondLooks()).length > 0;
  const positions = SOURCES.map((source): Position => {
    const { after, state } = known.get(source) ?? { after: null, state: 'READING' };
    if (state === 'FINISHED') return wasKilled ? { source, after, state } : { source, after: null, state: 'READING' };
    return { source, after, state: 'READING' };
  });
  for (const position of positions) await writer.keepPosition(position);
  return positions;
}

function lastKey(source: SystemName, page: readonly PagedRecord[], before: string | null): string | null {
  const end = page.at(-1);
  const last = end === undefined ? before : pageKeyOf(end);
  if (page.length > 0 && last === before) throw new Error(`the pages of ${source} do not advance`);
  return last;
}

function pageKeyOf(record: PagedRecord): string {
  return wasRead(record) ? (record.pageKey ?? record.recordNo) : record.pageKey;
}
