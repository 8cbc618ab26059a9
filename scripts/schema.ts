/**
 * `npm run schema` writes each subgraph's SDL and the composed supergraph to `schema/generated`; `npm run schema -- --check` writes
 * nothing and fails where the committed files differ. Both fail on a composition hint that is not in `schema/accepted-hints.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { printSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { SUBGRAPH_ADDRESSES } from '#schema/addresses.ts';
import { SUBGRAPH_SCHEMAS } from '#subgraphs/schemas.ts';

const folder = join(import.meta.dirname, '..', 'schema');
const check = process.argv.includes('--check');

const subgraphs = Object.entries(SUBGRAPH_SCHEMAS).map(([name, schema]) => ({
  name,
  sdl: `${printSubgraphSchema(schema)}\n`,
}));
const composed = composeServices(
  subgraphs.map(({ name, sdl }) => ({
    name,
    typeDefs: parse(sdl),
    url: SUBGRAPH_ADDRESSES[name as keyof typeof SUBGRAPH_ADDRESSES],
  })),
);
if (!composed.supergraphSdl) fail('the subgraphs do not compose', composed.errors?.map(({ message }) => message) ?? []);

interface AcceptedHint {
  readonly code: string;
  readonly message: string;
  /** Why it is right as it is. */
  readonly reason: string;
}
const accepted = JSON.parse(readFileSync(join(folder, 'accepted-hints.json'), 'utf8')) as AcceptedHint[];
const hints = composed.hints.map(({ definition, message }) => ({ code: definition.code, message }));
const isAccepted = (hint: Omit<AcceptedHint, 'reason'>) =>
  accepted.some(({ code, message }) => code === hint.code && message === hint.message);
const unaccepted = hints.filter((hint) => !isAccepted(hint));
if (unaccepted.length > 0)
  fail(
    'composition hints that nobody accepted',
    unaccepted.map((hint) => JSON.stringify(hint)),
  );
const gone = accepted.filter(
  ({ code, message }) => !hints.some((hint) => hint.code === code && hint.message === message),
);
if (gone.length > 0)
  fail(
    'accepted hints that composition no longer gives',
    gone.map(({ message }) => message),
  );

const files = [
  ...subgraphs.map(({ name, sdl }) => ({ name: `${name}.graphql`, text: sdl })),
  { name: 'supergraph.graphql', text: `${composed.supergraphSdl.trimEnd()}\n` },
];
mkdirSync(join(folder, 'generated'), { recursive: true });
const drifted = files.filter(({ name, text }) => read(name) !== text);
if (check && drifted.length > 0)
  fail(
    'committed schema files differ; run npm run schema',
    drifted.map(({ name }) => name),
  );
if (!check) for (const { name, text } of files) writeFileSync(join(folder, 'generated', name), text);
console.log(
  `${files.length} schema files ${check ? 'are up to date' : 'written'}: ${files.map(({ name }) => name).join(', ')}`,
);

function read(name: string): string | null {
  try {
    return readFileSync(join(folder, 'generated', name), 'utf8');
  } catch {
    return null;
  }
}

function fail(what: string, details: readonly string[]): never {
  console.error([`${what}:`, ...details.map((detail) => `  ${detail}`)].join('\n'));
  process.exit(1);
}
