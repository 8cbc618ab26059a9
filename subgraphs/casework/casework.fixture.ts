import { pino } from 'pino';
import { courtFacts, judge } from '#auth/decisions/facts.fixture.ts';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { Principal, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import type { RegisteredCase, Registry } from '#subgraphs/casework/registry/registry.ts';
import { LIN, never } from '#subgraphs/kit/kit.fixture.ts';

export const CASE: RegisteredCase = {
  caseUid: 'ZF-2025-000001',
  kind: 'CRIMINAL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [
    { kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' },
    { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号' },
    { kind: 'LEGAL_AID_ID', number: 'LA-2025-000001' },
  ],
};
export const NUMBER = '（2025）鲁9999刑初999901号';
export const UNKNOWN = '（2025）鲁9999刑初999999号';

/** What a department answers to a question: a list, or an error that it throws. */
export type Reply = readonly unknown[] | Error;

export interface World {
  /** @default case 1 */
  readonly rows?: readonly RegisteredCase[];
  /** By system. @default the court's, where they are asked for */
  readonly facts?: Readonly<Record<string, Reply>>;
  readonly representations?: Readonly<Record<string, Reply>>;
  readonly remembered?: readonly KnownFacts[];
  readonly principal?: Partial<Principal>;
  readonly envelope?: Partial<VerifiedEnvelope>;
}

/** A casework context over a registry and departments in memory, and all that it asks of them, in order. */
export function casework(world: World = {}) {
  const { rows = [CASE], facts, representations = {}, remembered = [] } = world;
  const calls: string[] = [];
  const saved: unknown[] = [];
  const registry = {
    async casesByNumbers(kind: string, numbers: readonly string[]) {
      calls.push(`registry ${kind} ${numbers}`);
      const found = (number: string) =>
        rows.find((row) => row.caseUid === number || row.numbers.some((each) => each.number === number));
      return new Map(
        numbers.flatMap((number) => {
          const row = found(number);
          return row ? [[number, row] as const] : [];
        }),
      );
    },
    async factsOf(caseUid: string) {
      calls.push(`remembered ${caseUid}`);
      return rows.some((row) => row.caseUid === caseUid) ? remembered : [];
    },
    async saveFacts(caseUid: string, kept: readonly KnownFacts[]) {
      saved.push([caseUid, kept]);
    },
  } as unknown as Registry;
  const owners = {
    async ask(owner: Owner, query: string, variables: Record<string, unknown>) {
      const isFacts = query.includes('CaseFacts');
      const recordNos = variables.recordNos as readonly string[];
      calls.push(`${owner.system} ${isFacts ? 'facts' : 'representations'} ${recordNos}`);
      const known = { '12368': [courtFacts()].filter(({ recordNo }) => recordNos.includes(recordNo)) };
      const replies: World['facts'] = isFacts ? (facts ?? known) : representations;
      const reply = replies?.[owner.system] ?? [];
      if (reply instanceof Error) throw reply;
      return { [isFacts ? 'facts' : 'rows']: reply };
    },
    close: async () => {},
  };
  const statements = { sign: async (statement: unknown) => JSON.stringify(statement) };
  const { principal } = judge(world.principal);
  const context = new CaseworkContext(
    { registry, owners, statements, logger: pino({ level: 'silent' }) },
    { ...LIN, principal, ...world.envelope },
    never,
  );
  return { context, calls, saved };
}
