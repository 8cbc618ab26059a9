/**
 * `node --expose-gc tests/fuzz/tns/run.ts FIRST COUNT SEED` asks the connector while one packet of each reply is broken, and prints `at N` now and then
 * (who waits for it sees a hang) and at the end one line of JSON: {@link Report}.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createOracleConnector, type OracleConnector } from '#adapters/oracle/connector.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { startHarness } from '#simulators/oracle/testing/harness.ts';
import { mutate, seeded } from '#tests/fuzz/mutate.ts';
import { REPLIES } from '#tests/fuzz/tns/mutations.ts';
import { type ReplyProxy, startProxy } from '#tests/fuzz/tns/proxy.ts';
import { ASKED, type Asked, echoed, teach } from '#tests/fuzz/tns/statements.ts';

export interface Report {
  /** Mutants by what the caller got: the right answer, another one, a DepartmentError by its code. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Mutants whose caller got anything else, and what. */
  readonly wrongErrors: readonly string[];
  /** What nobody caught, with where it came from. */
  readonly uncaught: readonly string[];
  /** Mutants after which a call that nobody touched got another call's answer, and which. */
  readonly mixedUp: readonly string[];
  /** The same, where it got none; each connector was asked once more then. */
  readonly fellOver: number;
  /** Mutants after which the connector did not come back, and what it gave. */
  readonly lost: readonly string[];
  /** Bytes in use after a fifth of the mutants and after all, when nothing is under way. */
  readonly memory: readonly [early: number, late: number];
  /** Left open when all connectors were closed. */
  readonly openConnections: number;
}

const [first = 0, count = 100, seed = 20_250_616] = process.argv.slice(2).map(Number);
const LANES = Math.min(24, count);
/** Of a session's opening: ACCEPT, protocol, data types, two of the log-on, its setting up. */
const OPENING = 6;
/** Silence is waited for so long. */
const PATIENCE_MS = 1500;
const CALL = { requestId: 'fuzz', caller: 'caller', rights: 'rights' };

const outcomes: Record<string, number> = {};
const wrongErrors: string[] = [];
const uncaught: string[] = [];
const mixedUp: string[] = [];
const lost: string[] = [];
const underWay = new Set<number>();
let fellOver = 0;
let next = first;
let done = 0;

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    uncaught.push(`${event} while ${[...underWay].join(' ')}: ${what.split('\n').slice(0, 8).join('\n')}`);
  });
}

const harness = await startHarness({ sdu: 2048, verifier: '11g' });
teach(harness.engine);
const expected = new Map<Asked, string>();
await withConnector(harness.listener.port, async (connector) => {
  for (const asked of ASKED) {
    const outcome = await outcomeOf(() => asked.ask(connector, CALL));
    if (!outcome.startsWith(asked.gives)) throw new Error(`${asked.name} gives ${outcome} when nobody breaks it`);
    expected.set(asked, outcome);
  }
});

await workUntil(Math.ceil(count / 5));
const early = await inUse();
await workUntil(count);
const late = await inUse();
const report: Report = {
  outcomes,
  wrongErrors,
  uncaught,
  mixedUp,
  fellOver,
  lost,
  memory: [early, late],
  openConnections: harness.listener.openConnections(),
};
console.log(JSON.stringify(report));
process.exit(0);

/** Every lane works until so many mutants have been met; nothing is open afterwards. */
async function workUntil(enough: number): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, () => lane(enough)));
}

async function lane(enough: number): Promise<void> {
  const proxy = await startProxy(harness.listener.port);
  while (done < enough && next < first + count * 4) {
    const mutant = next;
    next += 1;
    underWay.add(mutant);
    await withConnector(proxy.port, (connector) => work(mutant, proxy, connector));
    underWay.delete(mutant);
  }
  await proxy.close();
}

/** A mutant depends on its number alone, so that it comes again when it is run by itself. */
async function work(mutant: number, proxy: ReplyProxy, connector: OracleConnector): Promise<void> {
  const chance = seeded(seed + mutant);
  const asked = chance.pick(ASKED);
  const inOpening = chance.below(5) === 0;
  const knowsStatement = chance.below(2) === 0;
  if (!inOpening) await echoed(connector, 'before', CALL);
  if (!inOpening && knowsStatement) await outcomeOf(() => asked.ask(connector, CALL));
  const packet = inOpening ? chance.below(OPENING) : chance.below(1 + chance.below(6));
  proxy.plan({ packet, mutate: (wire) => mutate(wire, REPLIES, chance) });
  const outcome = await outcomeOf(() => asked.ask(connector, CALL));
  const isMutated = proxy.hasStruck();
  proxy.plan(null);
  if (isMutated) {
    const kind = outcome === expected.get(asked) ? 'right' : outcome.startsWith('answer') ? 'other' : outcome;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    if (outcome.startsWith('error')) wrongErrors.push(`${mutant}: ${outcome}`);
    progress();
  }
  await comesBack(mutant, connector);
}

/** Nobody touches these calls. */
async function comesBack(mutant: number, connector: OracleConnector): Promise<void> {
  let answer = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const value = `${mutant}.${attempt}`;
    await sleep(attempt * 50); // a refused log-on keeps others from trying for a moment
    answer = await outcomeOf(() => echoed(connector, value, CALL));
    if (answer === `answer ${JSON.stringify(value)}`) return;
    if (answer.startsWith('answer')) mixedUp.push(`${value}: ${answer}`);
    else fellOver += 1;
  }
  lost.push(`${mutant}: ${answer}`);
}

function progress(): void {
  done += 1;
  if (done % 10 === 0) console.log(`at ${done}`);
}

/** @returns `answer …`, the code of a DepartmentError, or `error …` for any other error */
async function outcomeOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    return `answer ${JSON.stringify(await ask())}`;
  } catch (error) {
    return error instanceof DepartmentError ? error.code : `error ${error instanceof Error ? error.stack : error}`;
  }
}

function open(port: number): OracleConnector {
  return createOracleConnector({
    ...harness.credentials,
    connectString: harness.credentials.connectString.replace(/:\d+/, `:${port}`),
    department: 'JUSTICE',
    system: 'legal-aid',
    limits: {
      concurrency: 1,
      connectTimeoutMs: PATIENCE_MS,
      callTimeoutMs: PATIENCE_MS,
      retries: 0,
      breakerFailures: 1_000_000,
      breakerShare: 101,
      refusedOpenMs: 1,
      breakerOpenMs: 1,
    },
  });
}

async function withConnector(port: number, use: (connector: OracleConnector) => Promise<void>): Promise<void> {
  const connector = open(port);
  await use(connector);
  await connector.close();
}

/** The least of several collections: what is closed is let go of little by little. */
async function inUse(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20; round += 1) {
    await sleep(100);
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
}
