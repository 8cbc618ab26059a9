import { holdsPolicy, POLICIES } from '#auth/policies/policies.ts';
import { ROLES } from '#auth/policies/roles.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { Agency, builder } from '#subgraphs/access/builder.ts';
import { Grant } from '#subgraphs/access/grants/types.ts';
import type { Account, HeldRole } from '#subgraphs/access/store/accounts.ts';

/** Live grants of an account that are shown, at most. */
const MAX_LIVE = 100;

const RoleHeld = builder.objectRef<HeldRole>('RoleHeld').implement({
  description: '所任岗位 a role that an account holds',
  policy: [['rights.read']],
  fields: (t) => ({
    role: t.exposeString('role', { nullable: false, description: '岗位角色 realm role' }),
    name: t.string({
      nullable: false,
      description: '名称 what the role is called',
      resolve: ({ role }) => ROLES[role]?.zh ?? role,
    }),
    purposes: t.stringList({
      nullable: false,
      description: '办理目的 the purposes for which it may ask',
      resolve: ({ role }) => [...(ROLES[role]?.purposes ?? [])],
    }),
    since: t.field({
      type: 'DateTime',
      nullable: false,
      description: '自何时起 since when it is known to be held',
      resolve: ({ since }) => inChinaTime(since.getTime()),
    }),
  }),
});

export const AccountRights = builder.objectRef<Account>('AccountRights').implement({
  description:
    '账户权限 what an account holds, since when, and when it was last used；办理哪些案件由主管部门的记录决定，不在此列。',
  policy: [['rights.read']],
  fields: (t) => ({
    username: t.exposeString('username', {
      nullable: false,
      description: '账户名 name of the account；只在登录记录中见过的账户为其编号。',
    }),
    agency: t.field({ type: Agency, description: '所在机关 agency', resolve: ({ agency }) => agency }),
    staffNo: t.exposeString('staffNo', { description: '工号 staff number' }),
    licenceNo: t.exposeString('licenceNo', { description: '律师执业证号 licence number of a lawyer' }),
    enabled: t.exposeBoolean('enabled', { nullable: false, description: '是否启用 whether it may log in' }),
    roles: t.expose('roles', {
      type: [RoleHeld],
      nullable: false,
      description: '岗位 the roles that count；兼有不相容岗位的账户一个也没有。',
    }),
    policies: t.stringList({
      nullable: false,
      description: '字段策略 the policies that its roles hold；停用的账户没有。',
      resolve: policiesOf,
    }),
    grants: t.field({
      type: [Grant],
      description: `有效授权 its live grants, the newest first，最多 ${MAX_LIVE} 件。`,
      resolve: (account, _args, context) =>
        context.store.grants({ applicant: account, status: 'LIVE' }, { first: MAX_LIVE, after: null }, context.now()),
    }),
    lastLoginAt: t.field({
      type: 'DateTime',
      description: '最近登录 last login',
      resolve: ({ lastLoginAt }) => lastLoginAt && inChinaTime(lastLoginAt.getTime()),
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      description: '最近使用 when it last asked for anything, by the audit log',
      resolve: ({ lastUsedAt }) => lastUsedAt && inChinaTime(lastUsedAt.getTime()),
    }),
  }),
});

function policiesOf({ enabled, roles }: Account): string[] {
  const held = new Set(roles.map(({ role }) => role));
  return enabled ? Object.keys(POLICIES).filter((policy) => holdsPolicy(held, policy)) : [];
}
