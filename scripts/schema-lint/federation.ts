import { parse, visit } from 'graphql';
import { SHAREABLE } from './allowed.ts';
import { federationNames, lineOf, namesOf, type SchemaDocument, specification } from './document.ts';
import type { RuleId, Violation } from './rules.ts';
import { type Applied, appliedDirectives, textArgument } from './visit.ts';

const SELECTING = ['requires', 'provides', 'key'] as const;

/** What a subgraph does with federation's own directives. */
export function federationViolations(document: SchemaDocument): Violation[] {
  const applied = appliedDirectives(document.document);
  const uses = (...directives: readonly string[]) => {
    const names = new Set(directives.flatMap((directive) => federationNames(document, directive)));
    return applied.filter(({ node }) => names.has(node.name.value));
  };
  const found = (rule: RuleId, places: readonly Applied[]): Violation[] =>
    places.map(({ node, coordinate }) => ({
      path: document.path,
      line: lineOf(node),
      rule,
      what: `${coordinate} @${node.name.value}`,
    }));
  return [
    ...found(
      'requires-arguments',
      uses(...SELECTING).filter(({ node }) => hasArguments(textArgument(node, 'fields'))),
    ),
    ...found('from-context', uses('context', 'fromContext')),
    ...found('override', uses('override')),
    ...found(
      'shareable',
      uses('shareable').filter(({ coordinate }) => !isAllowed(coordinate)),
    ),
  ];
}

/** The same of a supergraph, where the join directives tell it. */
export function joinViolations(document: SchemaDocument): Violation[] {
  const names = new Set(namesOf(document, specification('join'), 'field'));
  return appliedDirectives(document.document)
    .filter(({ node }) => names.has(node.name.value))
    .flatMap(({ node, coordinate }): Violation[] => {
      const at = (rule: RuleId) => ({ path: document.path, line: lineOf(node), rule, what: coordinate });
      const isSelected = hasArguments(textArgument(node, 'requires')) || hasArguments(textArgument(node, 'provides'));
      const isFromContext = node.arguments?.some(({ name }) => name.value === 'contextArguments') === true;
      return [
        ...(isSelected ? [at('requires-arguments')] : []),
        ...(isFromContext ? [at('from-context')] : []),
        ...(textArgument(node, 'override') === null ? [] : [at('override')]),
      ];
    });
}

function isAllowed(coordinate: string): boolean {
  const [type = ''] = coordinate.split('.');
  return Object.hasOwn(SHAREABLE, coordinate) || Object.hasOwn(SHAREABLE, type);
}

/** Whether a selection of fields, as `price(currency: "CNY")`, gives arguments. */
function hasArguments(selection: string | null): boolean {
  if (selection === null) return false;
  let found = false;
  try {
    visit(parse(`{${selection}}`, { noLocation: true }), {
      Field: ({ arguments: given = [] }) => {
        found ||= given.length > 0;
      },
    });
  } catch {
    // What cannot be parsed does not compose either.
    return false;
  }
  return found;
}
