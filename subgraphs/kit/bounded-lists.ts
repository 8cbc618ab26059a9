import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';

/** Rows of a list that has no pages. A case of a thousand parties is shown whole, with several deadlines of each. */
export const MOST_ROWS = 5_000;

/**
 * Gives every list of rows that has no pages a maximum, which its description then says: more is an error, and never a list that was cut.
 * Root fields, and lists whose descriptions name a maximum already, keep to their own.
 */
export function boundLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getQueryType() || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) if (isListOfRows(field)) boundList(field);
  }
}

/** @throws GraphError BAD_USER_INPUT that names the maximum */
export function requireAtMost<Row>(rows: readonly Row[], most: number = MOST_ROWS): readonly Row[] {
  if (rows.length <= most) return rows;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `此列表最多 ${most} 条，实际超过此数，未作截断；请缩小查询范围。`,
    en: `This list has at most ${most} rows and there are more; none was cut off: ask for less of it.`,
  });
}

function isListOfRows({ type, args, description }: GraphQLField<unknown, unknown>): boolean {
  const isBounded = args.some(({ name }) => name === 'first') || /最多 \d/.test(description ?? '');
  return isListType(getNullableType(type)) && !isLeafType(getNamedType(type)) && !isBounded;
}

function boundList(field: GraphQLField<unknown, unknown>): void {
  const { resolve = defaultFieldResolver } = field;
  describe(field, `${(field.description ?? '').replace(/。$/, '')}；最多 ${MOST_ROWS} 条，超过即报错。`);
  field.resolve = (...asked) => {
    const rows = resolve(...asked);
    return rows instanceof Promise ? rows.then(bounded) : bounded(rows);
  };
}

/** In both places from which a schema is printed: the node of a field stands in its type's too. */
function describe(field: GraphQLField<unknown, unknown>, description: string): void {
  field.description = description;
  if (field.astNode) Object.assign(field.astNode, { description: { kind: Kind.STRING, value: description } });
}

function bounded(rows: unknown): unknown {
  return Array.isArray(rows) ? requireAtMost(rows) : rows;
}
