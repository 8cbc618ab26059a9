import type { SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { answered, SOURCES } from '#subgraphs/casework/ingest/source.ts';
import type { SyncOptions } from '#subgraphs/casework/ingest/sync.ts';
import type { SecondLook } from '#subgraphs/casework/registry/writer/positions.ts';
import { wasRead } from '#subgraphs/kit/ingested-record.ts';

export interface LookAgainOptions extends Required<SyncOptions> {
  /** Every record of every source was read. */
  readonly isWhole: boolean;
}

export interface LookedAgain {
  readonly found: number;
  readonly leftOut: number;
}

interface Look extends SecondLook {
  /** How many of those left out would make a case. */
  readonly waiting: number;
}

/**
 * Reads the pages again that had records without a case, as long as one more is found. What then still waits for what it links to gets
 * a case of its own, if all there is was read: what it waits for may be in what was not.
 */
export async function lookAgain(options: LookAgainOptions): Promise<ReadonlyMap<SystemName, LookedAgain>> {
  const first = (await options.writer.secondLooks()).toSorted(
    (one, other) => SOURCES.indexOf(one.source) - SOURCES.indexOf(other.source),
  );
  let looks = await untilNothingIsFound(options, first);
  if (options.isWhole && looks.some(({ waiting }) => waiting > 0)) {
    looks = await untilNothingIsFound(options, await readAgain(options, looks, true));
  }
  return new Map(
    SOURCES.map((source) => {
      const leftOut = sum(looks, source);
      return [source, { found: sum(first, source) - leftOut, leftOut }];
    }),
  );
}

async function untilNothingIsFound(options: LookAgainOptions, looks: readonly SecondLook[]): Promise<Look[]> {
  let before = looks;
  for (;;) {
    const after = await readAgain(options, before, false);
    if (total(after) === total(before)) return after;
    before = after;
  }
}

/** The looks of pages where something is still left out. */
async function readAgain(
  { pages, writer, logger, pageSize }: LookAgainOptions,
  looks: readonly SecondLook[],
  mintWaiting: boolean,
): Promise<Look[]> {
  const left: Look[] = [];
  for (const look of looks) {
    const { source, after } = look;
    const page = await answered(pages(source, after, pageSize));
    if (page instanceof DepartmentError) {
      logger.warn({ source, code: page.code }, 'page could not be read again');
      left.push({ ...look, waiting: 0 });
      continue;
    }
    const { leftOut, waiting } = await writer.ingestRecords(source, page.filter(wasRead), {
      isSecondLook: true,
      mintWaiting,
    });
    if (leftOut > 0) left.push({ source, after, leftOut, waiting });
  }
  return left;
}

function sum(looks: readonly SecondLook[], source: SystemName): number {
  return total(looks.filter((look) => look.source === source));
}

function total(looks: readonly SecondLook[]): number {
  return looks.reduce((all, { leftOut }) => all + leftOut, 0);
}
