import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import iconv from 'iconv-lite';
import { LegacyFailure } from '#adapters/connector/failures.ts';
import { createReplyReader } from '#adapters/soap/read/reply-reader.ts';
import { readReply } from '#adapters/soap/reply.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import { MEANING } from '#tests/fuzz/envelopes/mutations.ts';
import { ORIGINALS, SECRET } from '#tests/fuzz/envelopes/originals.ts';
import { heap, prototypes } from '#tests/fuzz/health.ts';
import { BYTES, type Chance, mutate, seeded, XML } from '#tests/fuzz/mutate.ts';

/** Reads mutated replies in a worker, from bytes to records, and tells the number of each before it begins, so that one that hangs has a name. */

const MUTANTS = 20_000;
const SEED = 7;
const CHARSETS = ['UTF-8', 'UTF-8', 'GBK', 'GB18030', 'UTF-16LE', 'Big5'];

export interface FuzzResult {
  readonly answers: number;
  readonly faults: number;
  readonly refused: number;
  /** What came out that is no LegacyFailure, by the number of the mutant. */
  readonly others: readonly string[];
  /** Failures that repeat what a reply said. */
  readonly leaks: readonly string[];
  /** Names that appeared in the prototypes of everything. */
  readonly polluted: readonly string[];
  /** Bytes of heap between a tenth of the mutants and the last, garbage collected. */
  readonly growth: number;
}

const { ports, schemas } = await loadService(join(import.meta.dirname, 'service.wsdl'));
const attempt = {
  signal: new AbortController().signal,
  bytes: () => undefined,
  rows: () => undefined,
  answering: () => undefined,
};

/** Bytes of a reply, in pieces, and what its header says of them. */
function sent(xml: string, chance: Chance): { contentType: string; chunks: readonly Buffer[] } {
  const charset = chance.pick(CHARSETS);
  const prolog = chance.below(2) === 0 ? `<?xml version="1.0" encoding="${charset}"?>` : '';
  const whole = iconv.encode(prolog + xml, charset, { addBOM: charset === 'UTF-16LE' });
  const bytes = chance.below(5) === 0 ? mutate(whole, BYTES, chance) : whole;
  const half = chance.below(bytes.length + 1);
  const named = chance.below(20) === 0 ? chance.pick(CHARSETS) : charset;
  return { contentType: `text/xml; charset=${named}`, chunks: [bytes.subarray(0, half), bytes.subarray(half)] };
}

async function read(portName: string, xml: string, chance: Chance): Promise<'answer' | 'fault'> {
  const port = ports.find(({ name }) => name === portName);
  const [operation] = port?.operations.values() ?? [];
  if (!port || !operation) throw new Error(`no port ${portName}`);
  const reader = createReplyReader({ operation, version: port.version, schemas, limits: { added: 1_000_000 } });
  const { contentType, chunks } = sent(xml, chance);
  const body = (async function* () {
    yield* chunks;
  })();
  await readReply({ status: 200, contentType, body }, reader, attempt, { charset: {}, verify: null });
  return reader.finish().kind;
}

const before = new Set(prototypes());
const others: string[] = [];
const leaks: string[] = [];
const kinds = { answer: 0, fault: 0 };
let heapEarly = 0;
let refused = 0;

for (let number = 0; number < MUTANTS; number += 1) {
  parentPort?.postMessage(number);
  if (number === MUTANTS / 10) heapEarly = heap();
  const chance = seeded(SEED * 1_000_000 + number);
  const [port, original] = chance.pick(ORIGINALS);
  const mutant = mutate(original, chance.pick([MEANING, MEANING, MEANING, MEANING, MEANING, XML]), chance);
  try {
    kinds[await read(port, mutant, chance)] += 1;
  } catch (error) {
    if (!(error instanceof LegacyFailure)) others.push(`${number}: ${error}`);
    else if (`${error.message}${JSON.stringify(error.facts)}`.includes(SECRET))
      leaks.push(`${number}: ${error.message}`);
    else refused += 1;
  }
}

const result: FuzzResult = {
  ...{ answers: kinds.answer, faults: kinds.fault, refused, others, leaks },
  polluted: prototypes().filter((name) => !before.has(name)),
  growth: heap() - heapEarly,
};
parentPort?.postMessage(result);
