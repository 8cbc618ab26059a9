import { GraphError } from '#schema/errors/graph-error.ts';
import { builder } from '#subgraphs/access/builder.ts';
import { askerOf, grantsFor } from '#subgraphs/access/explain/askers.ts';
import { AccessExplanation, Purpose } from '#subgraphs/access/explain/types.ts';

builder.queryField('explainAccess', (t) =>
  t.field({
    type: [AccessExplanation],
    policy: [['access.explain']],
    description:
      '权限说明 whether an account may see a field, or each field of an operation, and why；案情一概不出现。没有任何记录与该账户相关的案件、封存或涉密的案件、不存在的案件，说明完全相同。没有此账户时为 null。',
    args: {
      user: t.arg.string({ required: true, description: '账户名 name of the account' }),
      field: t.arg.string({ description: '字段 a field, as Type.field；与 operation 二者择一。' }),
      operation: t.arg.string({ description: '查询文本 the text of an operation, all of whose fields are explained' }),
      case: t.arg.id({
        description:
          '案件编号 a number of the case, of any kind by which cases are found；不给出时只说明岗位与目的。授权只按 caseUid 查。',
      }),
      purpose: t.arg({
        type: Purpose,
        required: true,
        description: '办理目的 the purpose that the account would state',
      }),
      at: t.arg({
        type: 'DateTime',
        description:
          '时间 instant at which grants are looked at, now by default；岗位与部门记录总是现在的。 Roles and the departments’ records are always today’s.',
      }),
    },
    async resolve(_root, { user, field, operation, case: number, purpose, at }, context) {
      context.requirePolicy('access.explain');
      if ((field == null) === (operation == null)) throw eitherOr();
      const account = await context.store.accountOfUser(user);
      context.recordExplanation(account?.subject ?? null, number ?? null, field ? [field] : []);
      if (account === null) return null;
      const grants = await grantsFor(context, number ?? null, at == null ? context.now() : new Date(at));
      return context.explain({
        askers: [askerOf(account, purpose, grants)],
        number: number ?? null,
        fields: field == null ? [] : [field],
        operation: operation ?? null,
        at: at == null ? null : new Date(at).toISOString(),
        permittedOnly: false,
      });
    },
  }),
);

function eitherOr(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: '请恰好给出 field 或 operation 之一。',
    en: 'Give exactly one of field and operation.',
  });
}
