import { expect, it } from '@jest/globals';
import type { Caller } from '#auth/caller.ts';
import { type EnvelopeContent, SUBGRAPHS } from '#auth/envelope/envelope.ts';
import type { RequestState } from '#gateway/request/state.ts';
import { envelopeHeaders, ownSubgraphFailure } from '#gateway/subrequests/envelope-source.ts';

const state: RequestState = {
  requestId: 'r-1',
  operation: 'a'.repeat(64),
  source: null,
  caller: null,
  purpose: 'HANDLE_CASE',
  onlyCase: 'ZF-2025-000001',
  signal: new AbortController().signal,
};
const caller: Caller = {
  sub: 'sub',
  username: 'court.lin',
  roles: new Set(['court.judge']),
  scopes: new Set(['openid']),
  policies: new Set(['case.read']),
  agency: 'COURT-379999',
  areaCode: '379999',
  staffNo: 'FY0001',
  licenceNo: null,
  issuer: 'i',
  expiresAt: 0,
};

async function sealed(of: RequestState): Promise<unknown[]> {
  let given: unknown[] = [];
  const sign = async (content: EnvelopeContent, ...rest: unknown[]) => {
    given = [content, ...rest];
    return 'sealed';
  };
  expect(await envelopeHeaders({ sign }, 'court', of, '{}')).toEqual({ 'x-envelope': 'sealed' });
  return given;
}

it('seals who asks, for what and about which case, for one subgraph and one body', async () => {
  expect(await sealed({ ...state, caller })).toEqual([
    {
      principal: {
        issuer: 'i',
        username: 'court.lin',
        subject: 'sub',
        roles: caller.roles,
        agency: 'COURT-379999',
        staffNo: 'FY0001',
        licenceNo: null,
      },
      purpose: 'HANDLE_CASE',
      onlyCase: 'ZF-2025-000001',
      requestId: 'r-1',
      operation: 'a'.repeat(64),
    },
    'court',
    '{}',
  ]);
});

it('an anonymous caller has nothing', async () => {
  const [content] = await sealed(state);
  expect(content).toMatchObject({ principal: { subject: 'anonymous', roles: new Set(), agency: null, staffNo: null } });
});

it('each subgraph fails in its department’s name, ours in ours', () => {
  const failures = SUBGRAPHS.map((name) =>
    ownSubgraphFailure(name, 'DEPARTMENT_TIMEOUT', new Error('x')).toExtensions(),
  );
  expect(failures).toEqual([
    expect.objectContaining({ code: 'INTERNAL' }),
    expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', department: 'COURT', system: '12368' }),
    expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', department: 'JUSTICE', system: 'legal-aid' }),
    expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', department: 'POLICE', system: 'police' }),
    expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', department: 'PROCURATORATE', system: '12309' }),
    expect.objectContaining({ code: 'DEPARTMENT_TIMEOUT', department: 'NOTARY', system: 'notary' }),
    expect.objectContaining({ code: 'INTERNAL' }),
  ]);
});
