/**
 * The list of trusted operations, `schema/operations/trusted.json` or where `TRUSTED_OPERATIONS` says:
 *
 *   npm run operations -- add FILE … [--for staff|public|staff,public]   registers each file's text, for staff where nothing else is said
 *   npm run operations -- remove ID …                                    for ids that no client uses any more
 *   npm run operations -- list
 *   npm run operations -- check                                          fails where a document is no good any more, or a file of ours is not registered as it is
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildASTSchema, parse } from 'graphql';
import { pino } from 'pino';
import { readSupergraph } from '#gateway/authorization/supergraph.ts';
import { typeWeights } from '#gateway/limits/type-weights.ts';
import { createPlanner } from '#gateway/planning/planner.ts';
import {
  type Audience,
  loadTrustedOperations,
  operationId,
  type TrustedOperation,
  trustedOperationsFile,
} from '#gateway/trusted/trusted-operations.ts';
import { type Checked, checkDocument, unregistered } from './operations/check.ts';

const folder = join(import.meta.dirname, '..', 'schema');
const file = trustedOperationsFile(process.env);
const check = await documentCheck();

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { for: { type: 'string' } } });
  const [command, ...given] = positionals;
  if (command === 'add' && given.length > 0) add(given, audiencesIn(values.for ?? 'staff'));
  else if (command === 'remove' && given.length > 0) remove(given);
  else if (command === 'list' && given.length === 0) list();
  else if (command === 'check' && given.length === 0) checkAll();
  else
    fail([
      '用法 / usage: npm run operations -- add FILE … [--for staff|public|staff,public] | remove ID … | list | check',
    ]);
} catch (error) {
  fail([(error as Error).message]);
}

/** By the schema that the gateway gives to clients. */
async function documentCheck(): Promise<(document: string) => Checked> {
  const { plannerSdl } = readSupergraph(readFileSync(join(folder, 'generated', 'supergraph.graphql'), 'utf8'));
  const nobody = () => ({ process: () => Promise.reject(new Error('nothing is fetched here')) });
  const { apiSchema, close } = await createPlanner(plannerSdl, nobody, pino({ level: 'silent' }));
  await close();
  const weights = typeWeights(buildASTSchema(parse(plannerSdl), { assumeValidSDL: true }));
  return (document) => checkDocument(document, apiSchema, weights);
}

function add(files: readonly string[], audiences: readonly Audience[]): void {
  const operations = new Map(loadTrustedOperations(file));
  for (const name of files) {
    const document = readFileSync(resolve(process.env.INIT_CWD ?? '', name), 'utf8');
    const operation = { id: operationId(document), name: nameOf(name, check(document)), for: audiences, document };
    operations.set(operation.id, operation);
    console.log(`${operation.id} ${operation.name} ${audiences.join(',')}`);
  }
  write([...operations.values()]);
}

function remove(ids: readonly string[]): void {
  const operations = new Map(loadTrustedOperations(file));
  const unknown = ids.filter((id) => !operations.delete(id));
  if (unknown.length > 0) fail(unknown.map((id) => `没有登记 / not registered: ${id}`));
  write([...operations.values()]);
}

function list(): void {
  for (const { id, name, for: audiences } of loadTrustedOperations(file).values())
    console.log(`${id} ${name} ${audiences.join(',')}`);
}

function checkAll(): void {
  const operations = loadTrustedOperations(file);
  const faults = [...operations.values()].flatMap(({ name, document }) => {
    const checked = check(document);
    return 'faults' in checked ? checked.faults.map((fault) => `${name}: ${fault}`) : [];
  });
  const missing = unregistered(join(folder, 'operations'), operations).map(
    (name) =>
      `${name}: 未按现文本登记，请运行 npm run operations -- add / not registered as it stands, run npm run operations -- add`,
  );
  if (faults.length + missing.length > 0) fail([...faults, ...missing]);
  console.log(`${operations.size} trusted operations are up to date`);
}

function nameOf(name: string, checked: Checked): string {
  if ('name' in checked) return checked.name;
  throw new Error(checked.faults.map((fault) => `${name}: ${fault}`).join('\n'));
}

function audiencesIn(text: string): Audience[] {
  const audiences = [...new Set(text.split(','))].filter((word) => word === 'staff' || word === 'public');
  if (audiences.length > 0 && audiences.length === text.split(',').length) return audiences.sort().reverse();
  throw new Error(`--for 应为 staff、public 或 staff,public / --for is staff, public or staff,public: ${text}`);
}

/** Beside the place and then into it: a gateway that starts meanwhile reads the old list or the new one. */
function write(operations: readonly TrustedOperation[]): void {
  const sorted = operations.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1),
  );
  // Short lists in one line, as the formatter has it.
  const text = JSON.stringify(sorted, null, 2).replace(
    /\[\n\s+("\w+"(?:,\n\s+"\w+")*)\n\s+\]/g,
    (_list, words: string) => `[${words.replace(/\s+/g, ' ')}]`,
  );
  writeFileSync(`${file}.new`, `${text}\n`);
  renameSync(`${file}.new`, file);
}

function fail(sentences: readonly string[]): never {
  console.error(sentences.join('\n'));
  process.exit(1);
}
