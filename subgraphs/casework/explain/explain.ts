import type { Asker, Decision } from '#auth/decisions/decide.ts';
import { fieldRule } from '#auth/policies/fields.ts';
import { effectiveRoles } from '#auth/policies/roles.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { conditionsOf } from '#subgraphs/casework/explain/conditions.ts';
import { fieldsFor, refusedBefore } from '#subgraphs/casework/explain/decide-field.ts';
import { type Evidence, gatherEvidence } from '#subgraphs/casework/explain/evidence.ts';
import { type GraphFields, graphFields } from '#subgraphs/casework/explain/graph-fields.ts';
import type { ExplainedAsker, ExplainQuestion, FieldExplanation } from '#subgraphs/casework/explain/question.ts';
import { type Standing, standingOf } from '#subgraphs/casework/explain/standing.ts';

/**
 * Answers the access subgraph at `POST /explain`. The officer who asks looks at no case: that is what is noted, by access itself.
 * @throws GraphError FORBIDDEN unless access asks, BAD_USER_INPUT for a field or number that there cannot be; DepartmentError
 */
export async function answerExplain(
  question: unknown,
  context: CaseworkContext,
): Promise<{ readonly answer: readonly FieldExplanation[] }> {
  if (context.envelope.signer !== 'access') {
    context.record('explain', null, { allowed: false, rule: 'deny.not-access' });
    throw new GraphError('FORBIDDEN');
  }
  const { askers, number, fields: named, operation, permittedOnly, at } = question as ExplainQuestion;
  const graph = graphFields();
  const fields = operation === null ? named.map((field) => requireField(graph, field)) : graph.inDocument(operation);
  const evidence = number === null ? null : await gatherEvidence(context, number);
  const answers = await Promise.all(
    askers.map(async (asker, place) => {
      const explained = await explainTo(context, toAsker(asker, at), evidence, fields, graph);
      return explained.map((each) => ({ asker: place, ...each }));
    }),
  );
  return { answer: answers.flat().filter(({ allowed }) => allowed || !permittedOnly) };
}

async function explainTo(
  context: CaseworkContext,
  asker: Asker,
  evidence: Evidence | null,
  fields: readonly string[],
  graph: GraphFields,
): Promise<readonly Omit<FieldExplanation, 'asker'>[]> {
  const standing = evidence && (await standingOf(context, evidence, asker));
  const decide = standing && fieldsFor(standing, graph);
  return fields.map((field) => {
    const refused = refusedBefore(asker, policiesOf(field, standing));
    const decision = refused ?? decide?.(field) ?? withoutCase(field);
    const { allowed, rule } = decision;
    const shown = allowed
      ? { view: standing && decision.view, grant: decision.grant ?? null }
      : { view: null, grant: null };
    return { field, allowed, rule, ...shown, conditions: conditionsOf(refused, standing, decision) };
  });
}

/** A case is asked for by `Query.case`, whatever of it is meant. */
function policiesOf(field: string, standing: Standing | null): readonly string[] {
  const policies = fieldRule(field)?.policies ?? [];
  return standing ? [...new Set([...(fieldRule('Query.case')?.policies ?? []), ...policies])] : policies;
}

/** What role and purpose alone decide; everything that a row decides is about some case. */
function withoutCase(field: string): Decision {
  const by = fieldRule(field)?.decidedBy.by;
  const isRows = by === undefined || by === 'case' || by === 'row' || by === 'parent';
  return isRows ? { allowed: false, rule: 'deny.default' } : { allowed: true, rule: 'fields.permitted', view: 'WHOLE' };
}

function toAsker({ purpose, grants, roles, ...account }: ExplainedAsker, at: string | null): Asker {
  const principal = { ...account, roles: effectiveRoles(new Set(roles)) };
  return { principal, purpose, grants, ...(at !== null && { now: Date.parse(at) }) };
}

function requireField(graph: GraphFields, field: string): string {
  if (graph.has(field)) return field;
  throw new GraphError('BAD_USER_INPUT', {
    zh: '参数 field 应为图中的一个字段，写作“类型.字段”，如 Person.displayName。',
    en: 'The argument field is a field of the graph, as Type.field, such as Person.displayName.',
  });
}
