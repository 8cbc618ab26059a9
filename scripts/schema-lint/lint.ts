import { composeServices } from '@apollo/composition';
import { GraphQLError } from 'graphql';
import { SupergraphRefused } from '#gateway/authorization/supergraph-refused.ts';
import { decisionFindings, type Finding } from './decisions.ts';
import { demandFindings } from './demands.ts';
import { descriptionFindings, rootNameFindings } from './descriptions.ts';
import { readDocument, type SchemaDocument, type SchemaFile } from './document.ts';
import { federationViolations, joinViolations } from './federation.ts';
import { linkViolations } from './links.ts';
import { placesOf } from './places.ts';
import { protectionViolations } from './protection.ts';
import type { Violation } from './rules.ts';
import { readModel } from './supergraph-model.ts';

export interface LintOptions {
  /** Names that may stand in `@policy`. */
  readonly policies: ReadonlySet<string>;
}

/**
 * What breaks the rules of `rules.ts`. Subgraphs are looked at one by one and then composed with each other; a supergraph as it is, and
 * where none is given, the one that the subgraphs compose to.
 */
export function lintSchemas(files: readonly SchemaFile[], { policies }: LintOptions): Violation[] {
  const violations: Violation[] = [];
  const documents = files.flatMap((file) => {
    try {
      return [readDocument(file)];
    } catch (error) {
      const [line = 1] = error instanceof GraphQLError ? (error.locations ?? []).map((each) => each.line) : [];
      return violations.push({ path: file.path, line, rule: 'unreadable', what: sentence(error) }) > 0 ? [] : [];
    }
  });
  const supergraphs = documents.filter(({ isSupergraph }) => isSupergraph);
  const subgraphs = documents.filter(({ isSupergraph }) => !isSupergraph);
  for (const each of documents) violations.push(...protectionViolations(each, policies));
  for (const each of subgraphs) violations.push(...linkViolations(each), ...federationViolations(each));
  for (const each of supergraphs) violations.push(...joinViolations(each));
  const composed = subgraphs.length > 0 ? compose(subgraphs) : { violations: [], supergraph: null };
  violations.push(...composed.violations);
  const looked = supergraphs.length > 0 || composed.supergraph === null ? supergraphs : [composed.supergraph];
  const placeOf = placesOf([...subgraphs, ...supergraphs]);
  return [...violations, ...looked.flatMap((each) => supergraphViolations(each, placeOf))];
}

function compose(subgraphs: readonly SchemaDocument[]): {
  readonly violations: readonly Violation[];
  readonly supergraph: SchemaDocument | null;
} {
  const [first] = subgraphs;
  const path = first?.path ?? '';
  const services = subgraphs.map(({ name, document }) => ({ name, typeDefs: document, url: `http://${name}` }));
  const { supergraphSdl, errors = [] } = composeServices(services);
  if (supergraphSdl !== undefined) return { violations: [], supergraph: readDocument({ path, text: supergraphSdl }) };
  const pathOf = (message: string) => subgraphs.find(({ name }) => message.startsWith(`[${name}]`))?.path ?? path;
  return {
    supergraph: null,
    violations: errors.map(({ message }) => ({
      path: pathOf(message),
      line: 1,
      rule: 'does-not-compose',
      what: message,
    })),
  };
}

function supergraphViolations(document: SchemaDocument, placeOf: ReturnType<typeof placesOf>): Violation[] {
  const place = ({ rule, coordinate, detail }: Finding): Violation => ({
    ...(placeOf(coordinate) ?? { path: document.path, line: 1 }),
    rule,
    what: detail === undefined ? coordinate : `${coordinate} ${detail}`,
  });
  const described = descriptionFindings(document).map(place);
  try {
    const model = readModel(document);
    const findings = [...decisionFindings(model), ...demandFindings(model), ...rootNameFindings(model)];
    return [...findings.map(place), ...described];
  } catch (error) {
    if (!(error instanceof SupergraphRefused)) throw error;
    return [{ path: document.path, line: 1, rule: 'unenforceable', what: error.en }, ...described];
  }
}

function sentence(error: unknown): string {
  return error instanceof SupergraphRefused ? error.en : String(error instanceof Error ? error.message : error);
}
