import { expect, it } from '@jest/globals';
import { buildSchema, graphql, graphqlSync } from 'graphql';
import { redactFields } from '#subgraphs/kit/redacted-fields.ts';

const NUMBER = '379999198506120130';
const HIDDEN = '*'.repeat(18);

/** Fields of the graph's own names: their masks stand in fields.yaml. */
const schema = buildSchema(`
  type Query { reply: TicketReply person: Person case: Case forgotten: String all: [String!] }
  type TicketReply { text: String }
  type Person { displayName: String idNumberMasked: String }
  type Case { statement: String caseUid: ID }`);
redactFields(schema);

it('blacks out what people wrote, and what nobody decided about; keeps keys and signatures', () => {
  const rootValue = {
    reply: { text: () => NUMBER },
    person: { displayName: `张拟甲${NUMBER}`, idNumberMasked: '379***********0130' },
    case: { statement: NUMBER, caseUid: NUMBER },
    forgotten: NUMBER,
    all: [NUMBER],
  };
  const source = '{ reply { text } person { displayName idNumberMasked } case { statement caseUid } forgotten all }';
  expect(graphqlSync({ schema, source, rootValue }).data).toEqual({
    reply: { text: HIDDEN },
    person: { displayName: `张拟甲${HIDDEN}`, idNumberMasked: '379***********0130' },
    case: { statement: NUMBER, caseUid: NUMBER },
    forgotten: HIDDEN,
    all: [HIDDEN],
  });
});

it('waits for what comes later, and says nothing of what there is not', async () => {
  const rootValue = { reply: { text: async () => NUMBER }, forgotten: null };
  const { data } = await graphql({ schema, source: '{ reply { text } forgotten }', rootValue });
  expect(data).toEqual({ reply: { text: HIDDEN }, forgotten: null });
});
