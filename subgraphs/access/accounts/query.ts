import { AccountRights } from '#subgraphs/access/accounts/types.ts';
import { builder } from '#subgraphs/access/builder.ts';
import { accountBefore } from '#subgraphs/access/cursors.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';
import { requirePageSize } from '#subgraphs/kit/page-size.ts';

/** Accounts a page, at most. */
export const MAX_ACCOUNTS = 100;

/** As issuers write them into accounts; agencies that the directory does not have are reviewed too. */
const AGENCY_CODE = /^[A-Za-z\d][A-Za-z\d-]{0,63}$/;

builder.queryFields((t) => ({
  rightsOf: t.field({
    type: AccountRights,
    policy: [['rights.read']],
    description: '用户权限 what one account holds；没有此账户时为 null。',
    args: { user: t.arg.string({ required: true, description: '账户名 name of the account' }) },
    resolve: (_root, { user }, context) => {
      context.requireLook('rights.read', 'rightsOf');
      return context.store.accountOfUser(user);
    },
  }),
  rightsReview: t.field({
    type: [AccountRights],
    policy: [['rights.read']],
    description: `权限复核 the accounts of one agency, by name：谁有何岗位、自何时起、最近何时使用。每页最多 ${MAX_ACCOUNTS} 个。`,
    args: {
      agency: t.arg.id({ required: true, description: '机关代码 agency code；平台账户为 platform。' }),
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `每页个数 page size: 1 to ${MAX_ACCOUNTS}`,
      }),
      after: t.arg.string({ description: '上一页最后一个的 username of the last account of the page before' }),
    },
    resolve: async (_root, { agency, first, after }, context) => {
      context.requireLook('rights.read', 'rightsReview');
      requirePageSize(first, MAX_ACCOUNTS);
      if (!AGENCY_CODE.test(agency))
        throw badArgument(
          'agency',
          '应为机关代码，如 COURT-379999 或 platform',
          'is an agency code, such as COURT-379999 or platform',
        );
      return context.store.accounts(agency, { first, after: await accountBefore(context, after) });
    },
  }),
}));
