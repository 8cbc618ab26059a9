import { createSecretKey } from 'node:crypto';
import { type Logger, pino } from 'pino';
import { courtFacts, judge } from '#auth/decisions/facts.fixture.ts';
import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import { DEMO_CASES, user } from '#auth/decisions/world.fixture.ts';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import { createClock } from '#schema/clock.ts';
import { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { GrantsClient } from '#subgraphs/casework/grants/grants-client.ts';
import type { LinkKeeper } from '#subgraphs/casework/link-keeper.ts';
import type { OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import type {
  CasePage,
  DataQualityNotice,
  LeftOut,
  LinkedNumberKind,
  RegisteredCase,
  RegisteredParty,
  Registry,
} from '#subgraphs/casework/registry/registry.ts';
import type { IngestedRecord } from '#subgraphs/kit/ingested-record.ts';
import { LIN, TODAY } from '#subgraphs/kit/kit.fixture.ts';
import type { ListName } from '#subgraphs/kit/owner-rows.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

export const CASE: RegisteredCase = {
  caseUid: 'ZF-2025-000001',
  kind: 'CRIMINAL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [
    { kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' },
    { kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000011号' },
    { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号' },
    { kind: 'LEGAL_AID_ID', number: 'LA-2025-000001' },
  ],
};
/** The demo's business day (WORLD 1). */
export const NUMBER = '（2025）鲁9999刑初999901号';
export const UNKNOWN = '（2025）鲁9999刑初999999号';

/** A party of a case, known to the court by `NUMBER#name` and to the police by `police#name`. */
export function party(name: string, override: Partial<RegisteredParty> = {}): RegisteredParty {
  return {
    partyUid: `PT-${name}`,
    personUid: `P-${name}`,
    role: 'SUSPECT_OR_DEFENDANT',
    legalStatus: 'DEFENDANT',
    minorAtOffence: false,
    protectedIdentity: false,
    displayName: `某${name}`,
    keys: [
      { system: '12368', key: `${NUMBER}#${name}` },
      { system: 'police', key: `police#${name}` },
    ],
    ...override,
  };
}

/** What a department answers to a question: a list, or an error that it throws. */
export type Reply = readonly unknown[] | Error;
type BySystem<Value> = Readonly<Record<string, Value>>;

export interface World {
  /** @default case 1 */
  readonly rows?: readonly RegisteredCase[];
  readonly parties?: readonly RegisteredParty[];
  /** What each system knows: it tells what it is asked for. @default the court's */
  readonly facts?: BySystem<readonly RecordFacts[] | Error>;
  /** What a system tells whatever it is asked. */
  readonly unasked?: BySystem<Reply>;
  /** Rows of each list by system, the same for each case. */
  readonly lists?: BySystem<Partial<Record<ListName, Reply>>>;
  /** Records that each system finds by its own or others' numbers. */
  readonly links?: BySystem<readonly IngestedRecord[] | Error>;
  /** The police's ledger of the caller's detention centre. */
  readonly handovers?: Reply;
  /** What was delivered to the caller's procuratorate and is not accepted. */
  readonly inbox?: Reply;
  /** What a system's public services answer. */
  readonly services?: (system: string, question: OwnerQuestion) => Reply;
  /** The caller's live grants; what access fails with. @default none */
  readonly grants?: readonly LiveGrant[] | Error;
  /** What a system answers of whole numbers, for each case in its place. */
  readonly identities?: BySystem<Reply>;
  readonly remembered?: readonly KnownFacts[];
  /** The person behind the caller's account. */
  readonly person?: string | null;
  /** What departments state differently about each case. */
  readonly notices?: readonly DataQualityNotice[];
  /** Kinds of number that the departments were asked for already. */
  readonly searched?: readonly LinkedNumberKind[];
  /** Records that name the caller and that ingest found no case for. */
  readonly leftOut?: readonly LeftOut[];
  /** Numbers that the registry refuses to link. */
  readonly refused?: readonly string[];
  /** @default silent */
  readonly logger?: Logger;
  readonly principal?: Partial<Principal>;
  readonly envelope?: Partial<VerifiedEnvelope>;
}

const KINDS: BySystem<LinkedNumberKind> = {
  POLICE: 'POLICE_CASE_NO',
  PROCURATORATE: 'ACCEPTANCE_NO',
  COURT: 'COURT_CASE_NO',
  JUSTICE: 'LEGAL_AID_ID',
};
const SYSTEMS: BySystem<string> = {
  POLICE: 'police',
  PROCURATORATE: '12309',
  COURT: '12368',
  JUSTICE: 'legal-aid',
};

/** A case of the demo as the registry has it, and all that the departments say of it for decisions. */
export function demoWorld(caseNo: number, username: string): World & { rows: readonly [RegisteredCase] } {
  const { stage, records } = DEMO_CASES[caseNo] ?? { stage: 'CLOSED', records: [] };
  const numbers = records.map(({ department, recordNo }) => ({
    kind: KINDS[department] ?? 'NOTARIAL_CERTIFICATE',
    number: recordNo,
  }));
  const facts = Map.groupBy(records, ({ department }) => SYSTEMS[department] ?? '');
  return {
    rows: [{ ...CASE, caseUid: `ZF-2025-${String(caseNo).padStart(6, '0')}`, currentStage: stage, numbers }],
    facts: Object.fromEntries(facts),
    envelope: user(username),
  };
}

/** A record as ingest and searches bring it. */
export function found(
  kind: LinkedNumberKind,
  facts: RecordFacts,
  linkedNumbers: IngestedRecord['linkedNumbers'] = [],
): IngestedRecord {
  return {
    recordNo: facts.recordNo,
    kind,
    facts,
    caseUid: null,
    caseKind: null,
    stage: null,
    linkedNumbers,
    parties: [],
  };
}

function isNamed(
  { kind, recordNo, linkedNumbers }: IngestedRecord,
  asked: Extract<OwnerQuestion, { ask: 'links' }>,
): boolean {
  const names = [{ kind, number: recordNo }, ...linkedNumbers];
  return names.some((each) => each.kind === asked.kind && asked.numbers.includes(each.number));
}

/** A question in a line of the test. */
function asText(question: OwnerQuestion): string {
  switch (question.ask) {
    case 'facts':
      return `facts ${question.recordNos}`;
    case 'links':
      return `links ${question.kind} ${question.numbers}`;
    case 'identities':
      return `identities ${question.cases.flatMap(({ persons }) => persons.map((each) => `${each.partyKey} ${each.fields}`))}`;
    case 'rows':
      return `${question.list} ${question.cases.flatMap(({ recordNos }) => recordNos)}`;
    default:
      return question.ask;
  }
}

/** A casework context over a registry and departments in memory, and all that it asks of them, in order. */
export function casework(world: World = {}) {
  const { rows = [CASE], parties = [], lists = {}, links = {}, remembered = [], person = null } = world;
  const facts = world.facts ?? { '12368': [courtFacts()] };
  const calls: string[] = [];
  const saved: unknown[] = [];
  const kept: unknown[] = [];
  const noted: string[] = [];
  const searched = new Set<string>(world.searched);
  const byKey = <Value>(keys: readonly string[], find: (key: string) => Value | undefined) =>
    new Map(
      keys.flatMap((key) => {
        const value = find(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  const page = (what: string, { stage, first, after }: CasePage) => {
    calls.push(`${what} ${stage} ${first} ${after}`);
    return rows.filter(({ caseUid }) => caseUid > (after ?? '')).slice(0, first);
  };
  const registry = {
    async casesByNumbers(kind: string, numbers: readonly string[]) {
      calls.push(`registry ${kind} ${numbers}`);
      return byKey(numbers, (number) =>
        rows.find((row) => row.caseUid === number || row.numbers.some((each) => each.number === number)),
      );
    },
    async partiesByCases(caseUids: readonly string[]) {
      calls.push(`parties ${caseUids}`);
      return byKey(caseUids, (caseUid) => (rows.some((row) => row.caseUid === caseUid) ? parties : undefined));
    },
    async casesByPartyKeys(keys: readonly string[]) {
      calls.push(`party keys ${keys}`);
      const known = parties.flatMap((each) => each.keys.map(({ key }) => key));
      return byKey(keys, (key) => (known.includes(key) ? rows[0] : undefined));
    },
    async caseOfTransfer(system: string, key: string) {
      calls.push(`transfer ${system} ${key}`);
      const { transfers = [] } = lists[system] ?? {};
      const isKnown =
        Array.isArray(transfers) && transfers.some(({ transferUid }) => transferUid === `${system}:${key}`);
      return isKnown ? (rows[0]?.caseUid ?? null) : null;
    },
    async accountOf(issuer: string, subject: string) {
      calls.push(`account ${issuer} ${subject}`);
      return person;
    },
    casesOfHolder: async (holders: readonly string[], of: CasePage) => page(`holder ${holders}`, of),
    casesOfPerson: async (personUid: string, of: CasePage) => page(`person ${personUid}`, of),
    async factsOf(caseUid: string) {
      calls.push(`remembered ${caseUid}`);
      return rows.some((row) => row.caseUid === caseUid) ? remembered : [];
    },
    noticesOf: async () => world.notices ?? [],
    async saveFacts(caseUid: string, known: readonly KnownFacts[]) {
      saved.push([caseUid, known]);
    },
  } as unknown as Registry;
  const owners: OwnerClient = {
    async ask({ system }, question) {
      calls.push(`${system} ${asText(question)}`);
      const reply = replyTo(system, question);
      if (reply instanceof Error) throw reply;
      return reply as Record<string, unknown>[];
    },
    close: async () => {},
  };
  function replyTo(system: string, question: OwnerQuestion): Reply {
    if (question.ask === 'facts') {
      const told = world.unasked?.[system];
      const known = facts[system] ?? [];
      return (
        told ?? (known instanceof Error ? known : known.filter(({ recordNo }) => question.recordNos.includes(recordNo)))
      );
    }
    if (question.ask === 'links') {
      const known = links[system] ?? [];
      return known instanceof Error ? known : known.filter((record) => isNamed(record, question));
    }
    if (question.ask === 'identities') return world.identities?.[system] ?? question.cases.map(() => ({ rows: [] }));
    if (question.ask === 'handovers') return world.handovers ?? [];
    if (question.ask === 'inbox') return world.inbox ?? [];
    if (question.ask !== 'rows') return world.services?.(system, question) ?? [];
    const reply = lists[system]?.[question.list] ?? [];
    return reply instanceof Error ? reply : question.cases.map(() => ({ rows: reply }));
  }
  const keeper: LinkKeeper = {
    async searched(caseUid, kind) {
      calls.push(`searched ${caseUid} ${kind}`);
      return searched.has(kind);
    },
    async keep(caseUid, kind, records, provenance) {
      kept.push([caseUid, kind, records.map(({ recordNo }) => recordNo), provenance]);
      searched.add(kind);
      return records
        .filter(({ recordNo }) => !world.refused?.includes(recordNo))
        .map((record) => ({ kind: record.kind, number: record.recordNo }));
    },
    leftOutOf: async () => (world.leftOut ?? []).filter(({ number }) => !searched.has(number)),
    async noteLeftOutSearch(_holders, { number }) {
      searched.add(number);
    },
    async noteDifferences(differences) {
      noted.push(...differences.map(({ agencyCode, system, field }) => `${agencyCode} ${system} ${field}`));
    },
    close: async () => {},
  };
  const grants: GrantsClient = {
    async ask(_caller, caseUid) {
      calls.push(`access grants ${caseUid}`);
      if (world.grants instanceof Error) throw world.grants;
      const live = world.grants?.filter((grant) => grant.caseUid === caseUid) ?? [];
      return { token: JSON.stringify(live), grants: live };
    },
    close: async () => {},
  };
  const statements = { sign: async (statement: unknown) => JSON.stringify(statement) };
  const { principal } = judge(world.principal);
  const envelope = { ...LIN, principal, ...world.envelope };
  const context = new CaseworkContext(
    {
      registry,
      links: keeper,
      owners,
      statements,
      grants,
      auditCaseKey: createSecretKey(Buffer.alloc(32)),
      clock: createClock({ today: TODAY }),
      logger: world.logger ?? pino({ level: 'silent' }),
    },
    envelope,
    new RequestScope(envelope),
  );
  return { context, calls, saved, kept, noted };
}
