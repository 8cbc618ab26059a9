import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { Refusal } from '#gateway/request/refusal.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * Refuses a document that gives one of these arguments, written `Query.ticket(queryCode:)`: it came by GET, and addresses are kept in the
 * logs of all that they pass through. @throws Refusal 405
 */
export function refuseSecretsInAddress(
  schema: GraphQLSchema,
  document: DocumentNode,
  secret: ReadonlySet<string>,
): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument({ name }) {
        if (secret.has(`${types.getParentType()?.name}.${types.getFieldDef()?.name}(${name.value}:)`))
          throw onlyByPost();
      },
    }),
  );
}

function onlyByPost(): Refusal {
  const error = new GraphError('BAD_USER_INPUT', {
    zh: '含查询码等机密内容的查询只能用 POST：网址会留在日志中。',
    en: 'A query with a secret such as a query code goes by POST only: addresses are kept in logs.',
  });
  return new Refusal(405, [error], { allow: 'POST' });
}
