import type { LeftOut, RegisteredCase, Registry } from '#subgraphs/casework/registry/registry.ts';
import type { Difference } from '#subgraphs/casework/registry/writer/differences.ts';
import type { RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

/** What casework keeps of links that it found through the departments, in the registry and by the ingest's writer alone. */
export interface LinkKeeper {
  /** Whether the departments were asked for a number of this kind within a day. */
  searched(caseUid: string, kind: LinkedNumberKind): Promise<boolean>;
  /**
   * Takes the records that a search found into the case, with their provenance; that nothing was found is kept too. Resolves to the numbers
   * that are linked now: not those of labelled records, of another case's, or withdrawn.
   */
  keep(
    caseUid: string,
    kind: LinkedNumberKind,
    records: readonly IngestedRecord[],
    provenance: string,
  ): Promise<RegisteredCase['numbers']>;
  /** Records that name one of the holders and that ingest found no case for, but for those whose case was searched within a day. */
  leftOutOf(holders: readonly string[]): Promise<LeftOut[]>;
  noteLeftOutSearch(holders: readonly string[], record: LeftOut): Promise<void>;
  /** Notes what systems state otherwise than a fact's owner, or than the law computes. */
  noteDifferences(differences: readonly Difference[]): Promise<void>;
  close(): Promise<void>;
}

const A_DAY_MS = 24 * 3_600_000;

export function createLinkKeeper(registry: Registry, writer: RegistryWriter): LinkKeeper {
  return {
    leftOutOf: (holders) => registry.leftOutOf(holders, A_DAY_MS),
    noteLeftOutSearch: (holders, record) => registry.noteLeftOutSearch(holders, record),
    searched: (caseUid, kind) => registry.searchedSince(caseUid, kind, A_DAY_MS),
    async keep(caseUid, kind, records, provenance) {
      const linked: { kind: LinkedNumberKind; number: string }[] = [];
      for (const { kind: found, recordNo: number, facts, parties } of records) {
        if (await writer.attachFoundLink(caseUid, { kind: found, number, facts, parties }, provenance))
          linked.push({ kind: found, number });
      }
      await registry.noteSearch(caseUid, kind);
      return linked;
    },
    noteDifferences: (differences) => writer.noteDifferences(differences),
    close: () => writer.close(),
  };
}
