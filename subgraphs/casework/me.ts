import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { Agency } from '#subgraphs/casework/shared-types.ts';

type Principal = VerifiedEnvelope['principal'];

const Me = builder.objectRef<Principal>('Me').implement({
  description: '当前用户 the account that asks',
  authenticated: true,
  fields: (t) => ({
    displayName: t.string({
      nullable: false,
      description: '账户名 name of the account',
      resolve: ({ username }) => username,
    }),
    roles: t.stringList({
      nullable: false,
      description: '岗位角色 realm roles',
      resolve: ({ roles }) => [...roles].sort(),
    }),
    staffNo: t.exposeString('staffNo', { description: '工号 staff number' }),
    agency: t.field({
      type: Agency,
      description: '所在机关 agency; null for those of no agency in the directory, as parties and lawyers',
      resolve: ({ agency }) => (agency !== null && departmentOfAgency(agency) !== null ? agency : null),
    }),
  }),
});

// Departments add to it what they know of the caller: the envelope tells them who asks, the key only that it is the same account.
builder.asEntity(Me, {
  key: builder.selection<{ displayName: string }>('displayName'),
  resolveReference: ({ displayName }, { envelope: { principal } }) =>
    principal.username === displayName ? principal : null,
});

builder.queryField('me', (t) =>
  t.field({
    type: Me,
    nullable: false,
    authenticated: true,
    description: '当前用户 who asks，无须说明用途。',
    resolve: (_root, _args, { envelope }) => envelope.principal,
  }),
);
