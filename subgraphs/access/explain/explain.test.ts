import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { judge } from '#auth/decisions/facts.fixture.ts';
import { AccessContext, type AccessParts } from '#subgraphs/access/context.ts';
import type { Grant } from '#subgraphs/access/grants/grant.ts';
import type { AccessStore } from '#subgraphs/access/store/access-store.ts';
import type { Account } from '#subgraphs/access/store/accounts.ts';
import { accessSchema } from '#subgraphs/access/subgraph.ts';
import type { ExplainQuestion, FieldExplanation } from '#subgraphs/casework/explain/question.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

const NOW = new Date('2025-06-16T01:00:00Z');
const account = (username: string, role: string, more: Partial<Account> = {}): Account => ({
  ...{ issuer: 'https://issuer', subject: `sub-${username}`, username, agency: 'COURT-379999', staffNo: 'FY0001' },
  ...{ licenceNo: null, enabled: true, roles: [{ role, since: NOW }], lastLoginAt: null, lastUsedAt: null },
  ...more,
});
const LIVE: Grant = {
  ...{ grantUid: 'G-1', kind: 'UNMASK', caseUid: 'ZF-2025-000001', fields: ['Person.phone'], agency: 'COURT-379999' },
  ...{ purpose: 'HANDLE_CASE', reason: '', legalBasis: null, state: 'LIVE', requestedAt: NOW, liveFrom: NOW },
  ...{ until: new Date('2025-06-17T00:00:00Z'), history: [] },
  applicant: { ...account('court.lin', ''), staffNo: 'FY0001' },
};

/** The subgraph with these accounts, over a casework that permits `Case.kind` to some; and what it was asked. */
function officer(
  accounts: readonly Account[],
  permitted: readonly string[] = ['court.lin'],
  role = 'platform.security_officer',
) {
  const asked: ExplainQuestion[] = [];
  const instants: string[] = [];
  const store = {
    accountOfUser: async (username: string) => accounts.find((each) => each.username === username) ?? null,
    accounts: async (_agency: null, { first, after }: { first: number; after: string | null }) =>
      accounts.filter(({ username }) => username > (after ?? '')).slice(0, first),
    async grantsLiveAt(caseUid: string, at: Date) {
      instants.push(`${caseUid} ${at.toISOString()}`);
      return [LIVE];
    },
  } as unknown as AccessStore;
  const explain = {
    async ask(question: ExplainQuestion) {
      asked.push(question);
      return question.askers
        .flatMap(({ username }, asker) =>
          question.fields.map((field): FieldExplanation => {
            const allowed = permitted.includes(username) && field === 'Case.kind';
            const outcome = allowed
              ? { rule: 'permit.court-handler', view: 'WHOLE' as const }
              : { rule: 'deny.not-assigned', view: null };
            return {
              asker,
              field,
              allowed,
              ...outcome,
              grant: null,
              conditions: [
                ['assignment', allowed],
                ['seal', null],
              ],
            };
          }),
        )
        .filter(({ allowed }) => allowed || !question.permittedOnly);
    },
    close: async () => {},
  };
  const parts = {
    store,
    explain,
    auditCaseKey: createSecretKey(Buffer.alloc(32)),
    now: () => NOW,
  } as unknown as AccessParts;
  const { principal } = judge({ roles: new Set([role]), agency: null, staffNo: 'PT0001' });
  const context = new AccessContext(parts, { ...LIN, principal, purpose: 'AUDIT_SECURITY' }, new RequestScope(LIN));
  const ask = async (source: string) => {
    const { data, errors } = await graphql({ schema: accessSchema, source, contextValue: context });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors?.map(({ originalError }) => originalError),
    };
  };
  return { ask, asked, instants, context };
}

const LIN_ACCOUNT = account('court.lin', 'court.judge');
const explainKind = (more = '') =>
  `{ explainAccess(user: "court.lin", field: "Case.kind", case: "ZF-2025-000001", purpose: HANDLE_CASE ${more}) {
    field allowed rule { id text en law } view { id text ownRowsOnly } mask grantUid conditions { id text en holds }
  } }`;

describe('explainAccess', () => {
  it('gives the rule with its text and law, and every condition with its state', async () => {
    const { data } = await officer([LIN_ACCOUNT]).ask(explainKind());
    expect(data).toEqual({
      explainAccess: [
        {
          ...{ field: 'Case.kind', allowed: true, mask: '原样', grantUid: null },
          rule: {
            ...{ id: 'permit.court-handler', text: '法官看本人审理的案件' },
            ...{ en: expect.stringContaining('judge'), law: [expect.stringMatching(/第34条（PIPL 34）$/)] },
          },
          view: { id: 'WHOLE', text: '案件全部', ownRowsOnly: false },
          conditions: [
            { id: 'assignment', text: expect.any(String), en: expect.any(String), holds: true },
            { id: 'seal', text: expect.any(String), en: expect.any(String), holds: null },
          ],
        },
      ],
    });
  });

  it('asks casework about the account as its token would tell of it, with its own grants of that instant', async () => {
    const { ask, asked, instants } = officer([LIN_ACCOUNT]);
    await ask(explainKind('at: "2025-06-01T00:00:00+08:00"'));
    expect(instants).toEqual(['ZF-2025-000001 2025-05-31T16:00:00.000Z']);
    expect(asked).toMatchObject([
      {
        ...{ number: 'ZF-2025-000001', fields: ['Case.kind'], operation: null, at: '2025-05-31T16:00:00.000Z' },
        askers: [
          { username: 'court.lin', roles: ['court.judge'], purpose: 'HANDLE_CASE', grants: [{ grantUid: 'G-1' }] },
        ],
      },
    ]);
  });

  it('a disabled account has no role to ask with', async () => {
    const { ask, asked } = officer([{ ...LIN_ACCOUNT, enabled: false }]);
    await ask(explainKind());
    expect(asked[0]?.askers).toMatchObject([{ roles: [] }]);
  });

  it('no such account: null, and casework is not asked', async () => {
    const { ask, asked } = officer([]);
    expect(await ask(explainKind())).toEqual({ data: { explainAccess: null }, errors: undefined });
    expect(asked).toEqual([]);
  });

  it.each(['', 'field: "Case.kind", operation: "{ me { displayName } }"'])(
    '(%s): exactly one of field and operation',
    async (given) => {
      const { errors } = await officer([LIN_ACCOUNT]).ask(
        `{ explainAccess(user: "court.lin", purpose: DEFEND ${given && `, ${given}`}) { field } }`,
      );
      expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    },
  );

  it('is on record as an explanation, of an account, under the audit id of the number', async () => {
    const { ask, context } = officer([LIN_ACCOUNT]);
    await ask(explainKind());
    expect(context.auditRecords).toMatchObject([
      {
        event: 'explain',
        subject: 'sub-court.lin',
        case: expect.stringMatching(/^A-/),
        fields: ['Case.kind'],
        decision: 'permit',
      },
    ]);
  });
});

describe('whoCanSee', () => {
  const MANY = Array.from({ length: 230 }, (_, index) =>
    account(`user.${String(index).padStart(3, '0')}`, 'court.judge'),
  );
  const who = (args: string) =>
    `{ whoCanSee(field: "Case.kind", case: "ZF-2025-000001" ${args}) { user purpose agency { agencyCode } explanation { rule { id } } } }`;

  it('lists accounts with the purpose and the reason', async () => {
    const { data } = await officer([LIN_ACCOUNT, account('court.zhou', 'court.judge')]).ask(who(''));
    expect(data).toEqual({
      whoCanSee: [
        {
          user: 'court.lin',
          purpose: 'HANDLE_CASE',
          agency: { agencyCode: 'COURT-379999' },
          explanation: { rule: { id: 'permit.court-handler' } },
        },
      ],
    });
  });

  it('goes on through the accounts until the page is full, and from where the last page ended', async () => {
    const permitted = ['user.005', 'user.120', 'user.121', 'user.220'];
    const page = async (args: string) => {
      const { ask, asked } = officer(MANY, permitted);
      const { data } = await ask(who(args));
      return [(data.whoCanSee as { user: string }[]).map(({ user }) => user), asked.length];
    };
    expect(await page('')).toEqual([permitted, 3]);
    expect(await page(', first: 2')).toEqual([['user.005', 'user.120'], 2]);
    expect(await page(', first: 2, after: "user.120"')).toEqual([['user.121', 'user.220'], 1]);
  });

  it('nobody: every account was asked about, and an empty list', async () => {
    const { ask, asked } = officer(MANY, []);
    expect((await ask(who(''))).data).toEqual({ whoCanSee: [] });
    expect(asked.flatMap(({ askers }) => askers)).toHaveLength(230);
  });

  it('several fields are one question', async () => {
    const { ask, asked } = officer([LIN_ACCOUNT]);
    await ask(
      '{ a: whoCanSee(field: "Case.kind", case: "ZF-2025-000001") { user } b: whoCanSee(field: "Case.parties", case: "ZF-2025-000001") { user } }',
    );
    expect(asked.map(({ fields }) => fields)).toEqual([['Case.kind', 'Case.parties']]);
  });

  it.each([0, 101])('first: %i is BAD_USER_INPUT', async (first) => {
    expect((await officer([]).ask(who(`, first: ${first}`))).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

it.each(['platform.auditor', 'platform.system_administrator', 'court.judge', 'court.head'])(
  '%s may not have anything explained',
  async (role) => {
    const { ask, asked, context } = officer([LIN_ACCOUNT], [], role);
    for (const query of [explainKind(), '{ whoCanSee(field: "Case.kind", case: "ZF-2025-000001") { user } }']) {
      const { errors } = await ask(query);
      expect(errors).toMatchObject([{ code: expect.stringMatching(/^(FORBIDDEN|PURPOSE_REQUIRED)$/) }]);
    }
    expect(asked).toEqual([]);
    expect(context.auditRecords).toMatchObject([{ decision: 'deny' }, { decision: 'deny' }]);
  },
);
