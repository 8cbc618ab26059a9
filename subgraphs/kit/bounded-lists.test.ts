import { expect, it } from '@jest/globals';
import { buildSchema, graphql, graphqlSync } from 'graphql';
import { boundLists, MOST_ROWS } from '#subgraphs/kit/bounded-lists.ts';
import { publicError } from '#subgraphs/kit/respond.ts';

const schema = buildSchema(`
  type Query { case: Case }
  type Case {
    "期限 deadlines" deadlines: [Row!]
    "文书 documents。" documents: [Row!]!
    "工单 tickets" tickets(first: Int): [Row!]
    "授权 grants，最多 100 件。" grants: [Row!]
    "编号 numbers" numbers: [ID!]
  }
  type Row { id: ID }`);
boundLists(schema);
const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

it.each(['deadlines', 'documents'])('%s of a case are shown up to the maximum, and of more none is cut off', (name) => {
  const ask = (count: number) =>
    graphqlSync({ schema, source: `{ case { ${name} { id } } }`, rootValue: { case: { [name]: rows(count) } } });
  expect(ask(MOST_ROWS).data).toMatchObject({ case: { [name]: { length: MOST_ROWS } } });
  const [error] = ask(MOST_ROWS + 1).errors ?? [];
  expect(error && publicError(error)).toMatchObject({
    path: ['case', name],
    extensions: { code: 'BAD_USER_INPUT', en: expect.stringContaining(`at most ${MOST_ROWS}`) },
  });
});

it('waits for rows that come later, and says nothing of what there is not', async () => {
  const source = '{ case { deadlines { id } documents { id } } }';
  const rootValue = { case: { deadlines: null, documents: async () => rows(MOST_ROWS + 1) } };
  const { data, errors } = await graphql({ schema, source, rootValue });
  expect([data, errors?.length]).toEqual([{ case: null }, 1]);
});

it('the maximum stands in the description of each list of rows, but for those that say another', () => {
  const { Case } = schema.getTypeMap() as unknown as Record<string, { getFields(): object }>;
  const described = Object.values(Case?.getFields() ?? {}).map(({ description }) => description);
  expect(described).toEqual([
    `期限 deadlines；最多 ${MOST_ROWS} 条，超过即报错。`,
    `文书 documents；最多 ${MOST_ROWS} 条，超过即报错。`,
    '工单 tickets',
    '授权 grants，最多 100 件。',
    '编号 numbers',
  ]);
});
