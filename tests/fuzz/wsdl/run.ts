import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { WsdlError } from '#adapters/soap/bundle/error.ts';
import type { Type } from '#adapters/soap/schema/model.ts';
import { shapeOf } from '#adapters/soap/schema/shape.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import type { ServiceDescription } from '#adapters/soap/wsdl/model.ts';
import { heap, prototypes } from '#tests/fuzz/health.ts';
import { BYTES, mutate, seeded, XML } from '#tests/fuzz/mutate.ts';
import { MEANING } from '#tests/fuzz/wsdl/mutations.ts';

/** Loads mutated WSDLs in a worker and tells the number of each before it begins, so that one that hangs has a name. */

const MUTANTS = 2_000;
const SEED = 6;
const ROOT = join(import.meta.dirname, '../../..');
const ORIGINALS = [
  'tests/fuzz/wsdl/kitchen-sink.wsdl',
  'tests/fuzz/wsdl/kitchen-sink.wsdl',
  'adapters/systems/notary/notary.wsdl',
  'adapters/systems/court-12368/court-12368.wsdl',
  'adapters/systems/procuratorate-12309/procuratorate-12309.wsdl',
];

export interface FuzzResult {
  readonly loaded: number;
  readonly refused: number;
  /** What came out that is no WsdlError, by the number of the mutant. */
  readonly others: readonly string[];
  /** Attempts to reach a network. */
  readonly connections: number;
  /** Names that appeared in the prototypes of everything. */
  readonly polluted: readonly string[];
  /** Bytes of heap between a tenth of the mutants and the last, garbage collected. */
  readonly growth: number;
}

let connections = 0;
Socket.prototype.connect = () => {
  connections += 1;
  throw new Error('nothing may be fetched');
};

const before = new Set(prototypes());
const folder = await mkdtemp(join(tmpdir(), 'fuzz-wsdl-'));
for (const name of ['other.xsd', 'chameleon.xsd']) await copyFile(join(import.meta.dirname, name), join(folder, name));
const originals = await Promise.all(ORIGINALS.map((file) => readFile(join(ROOT, file), 'utf8')));
const others: string[] = [];
let loaded = 0;
let heapEarly = 0;

for (let number = 0; number < MUTANTS; number += 1) {
  parentPort?.postMessage(number);
  if (number === MUTANTS / 10) heapEarly = heap();
  const chance = seeded(SEED * 1_000_000 + number);
  const bytes = Buffer.from(mutate(chance.pick(originals), chance.pick([MEANING, MEANING, XML]), chance));
  await writeFile(join(folder, 'mutant.wsdl'), chance.below(10) === 0 ? mutate(bytes, BYTES, chance) : bytes);
  try {
    use(await loadService(join(folder, 'mutant.wsdl')));
    loaded += 1;
  } catch (error) {
    if (!(error instanceof WsdlError) || !/^[^:]+:\d+: \S/.test(error.message)) others.push(`${number}: ${error}`);
  }
}

/** What refers to itself is read on demand: every type that a call could meet. */
function use(service: ServiceDescription): void {
  const seen = new Set<Type>();
  const visit = (type: Type): void => {
    if (seen.has(type) || type.kind === 'simple') return;
    seen.add(type);
    for (const { element } of shapeOf(type).slots) visit(element.type());
    if (type.arrayOf) visit(type.arrayOf());
  };
  for (const { operations } of service.ports) {
    for (const { input, output, faults } of operations.values()) {
      for (const part of [...input.parts, ...(output?.parts ?? [])]) visit(part.element?.type() ?? part.type ?? fail());
      for (const fault of faults) visit(fault.type());
    }
  }
}

function fail(): never {
  throw new Error('a part has neither an element nor a type');
}

await rm(folder, { recursive: true });
const polluted = prototypes().filter((name) => !before.has(name));
const result: FuzzResult = {
  loaded,
  refused: MUTANTS - loaded - others.length,
  others,
  connections,
  polluted,
  growth: heap() - heapEarly,
};
parentPort?.postMessage(result);
