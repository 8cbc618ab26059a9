import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

export interface LinkedNumber {
  readonly kind: LinkedNumberKind;
  readonly number: string;
}

export interface CaseLink extends LinkedNumber {
  readonly caseUid: string;
}

/** What the registry knows of the numbers and cases that a page names. */
export interface KnownLinks {
  readonly links: readonly CaseLink[];
  readonly withdrawn: readonly CaseLink[];
  readonly caseUids: ReadonlySet<string>;
}

export interface PlacedRecord {
  readonly caseUid: string;
  readonly record: IngestedRecord;
}

export interface Placement {
  readonly placed: readonly PlacedRecord[];
  /** No case is known to which they belong. */
  readonly leftOut: readonly IngestedRecord[];
  /** To write, those of the records themselves and those that the records name. */
  readonly newLinks: readonly CaseLink[];
  /** Numbers that a record claims for its case and that belong to another: `caseUid` is the other. */
  readonly conflicts: readonly { readonly claimed: CaseLink; readonly by: IngestedRecord }[];
}

export interface PlaceOptions {
  /** A new caseUid. */
  mint(): string;
  /** Mint a case too for a record whose own links lead nowhere, instead of waiting for what it links to. */
  readonly mintWaiting: boolean;
}

/**
 * Finds the case of each record: where its number is registered; else the caseUid that it carries; else the case of a number that it
 * names, or of a record that names it. A record that makes a case gets a new one where nothing is known of it.
 */
export function placeRecords(
  records: readonly IngestedRecord[],
  known: KnownLinks,
  { mint, mintWaiting }: PlaceOptions,
): Placement {
  const caseOf = new Map(known.links.map((link) => [numberKey(link), link.caseUid]));
  const withdrawn = new Set(known.withdrawn.map((link) => `${numberKey(link)} ${link.caseUid}`));
  const cases = new Set(known.caseUids);
  const placed: PlacedRecord[] = [];
  const newLinks: CaseLink[] = [];
  const conflicts: { claimed: CaseLink; by: IngestedRecord }[] = [];
  // What a record carries goes before what others conclude from it.
  let waiting = [
    ...records.filter(({ caseUid }) => caseUid !== null),
    ...records.filter((each) => each.caseUid === null),
  ];

  settle();
  const alone = waiting.filter((record) => isNewCase(record) && record.linkedNumbers.length === 0);
  for (const record of alone) place(record, mint());
  settle();
  for (let next = waiting.find(isNewCase); mintWaiting && next; next = waiting.find(isNewCase)) {
    place(next, mint());
    settle();
  }
  return { placed, leftOut: waiting, newLinks, conflicts };

  /** Until nothing more is found: each record placed may tell where others belong. */
  function settle(): void {
    for (let before = -1; before !== waiting.length; ) {
      before = waiting.length;
      for (const record of waiting) {
        const caseUid = findCase(record);
        if (caseUid !== undefined) place(record, caseUid);
      }
    }
  }

  function findCase(record: IngestedRecord): string | undefined {
    const own = caseOf.get(numberKey(ownNumber(record)));
    if (own !== undefined) return own;
    const carried = record.caseUid !== null && (record.caseKind !== null || cases.has(record.caseUid));
    const options = [
      carried ? record.caseUid : null,
      ...record.linkedNumbers.map((each) => caseOf.get(numberKey(each))),
    ];
    return options.find((caseUid) => caseUid != null && !isWithdrawn(ownNumber(record), caseUid)) ?? undefined;
  }

  function place(record: IngestedRecord, caseUid: string): void {
    cases.add(caseUid);
    placed.push({ caseUid, record });
    waiting = waiting.filter((each) => each !== record);
    for (const { kind, number } of numbersOf(record)) claim(record, { kind, number, caseUid });
    if (record.caseUid !== null && record.caseUid !== caseUid)
      conflicts.push({ claimed: { ...ownNumber(record), caseUid }, by: record });
  }

  function claim(by: IngestedRecord, link: CaseLink): void {
    const caseUid = caseOf.get(numberKey(link));
    if (caseUid === link.caseUid || isWithdrawn(link, link.caseUid)) return;
    if (caseUid !== undefined) {
      conflicts.push({ claimed: { ...link, caseUid }, by });
      return;
    }
    caseOf.set(numberKey(link), link.caseUid);
    newLinks.push(link);
  }

  function isWithdrawn(number: LinkedNumber, caseUid: string): boolean {
    return withdrawn.has(`${numberKey(number)} ${caseUid}`);
  }
}

/** Police and court records make cases (`caseKind`); one that carries a caseUid is taken over or not at all. */
export function isNewCase({ caseKind, caseUid }: IngestedRecord): boolean {
  return caseKind !== null && caseUid === null;
}

/** The record's own number, and those that it names. */
export function numbersOf(record: IngestedRecord): LinkedNumber[] {
  return [ownNumber(record), ...record.linkedNumbers];
}

export function ownNumber({ kind, recordNo }: IngestedRecord): LinkedNumber {
  return { kind, number: recordNo };
}

export function numberKey({ kind, number }: LinkedNumber): string {
  return `${kind} ${number}`;
}
