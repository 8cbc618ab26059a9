import { describe, expect, it, jest } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';
import { RequestScope, RequestScopes } from '#subgraphs/kit/request-scope.ts';

const COURT = { department: 'COURT', system: '12368' } as const;
const late = new DepartmentError('DEPARTMENT_TIMEOUT', COURT);
const failing = (error: Error) => jest.fn(() => Promise.reject(error));

describe('what a request makes', () => {
  it('is made once by its name, even where it is nothing', () => {
    const scope = new RequestScope(LIN);
    const make = jest.fn(() => undefined);
    expect([scope.once('a', make), scope.once('a', make)]).toEqual([undefined, undefined]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(scope.once('b', () => 1)).toBe(1);
    expect(['__proto__', 'constructor'].map((name) => scope.once(name, () => name))).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('a system that failed the request', () => {
  it.each(['DEPARTMENT_TIMEOUT', 'DEPARTMENT_UNAVAILABLE'] as const)('%s: is not asked again', async (code) => {
    const scope = new RequestScope(LIN);
    const [error, second] = [new DepartmentError(code, COURT), jest.fn(async () => 'an answer')];
    await expect(scope.guard(failing(error))).rejects.toBe(error);
    await expect(scope.guard(second)).rejects.toBe(error);
    expect(second).not.toHaveBeenCalled();
  });

  it('is asked by another request', async () => {
    await expect(new RequestScope(LIN).guard(failing(late))).rejects.toBe(late);
    expect(await new RequestScope(LIN).guard(async () => 'an answer')).toBe('an answer');
  });

  it.each([
    ['data that cannot be read', new DepartmentError('DEPARTMENT_DATA_INVALID', COURT)],
    ['a fault of ours', new Error('bug')],
  ])('%s says nothing of the next call', async (_what, error) => {
    const scope = new RequestScope(LIN);
    await expect(scope.guard(failing(error))).rejects.toBe(error);
    expect(await scope.guard(async () => 'an answer')).toBe('an answer');
  });
});

/** A request with this many fetches, and whether its legacy calls are ended. */
function fetches(count: number) {
  const scope = new RequestScope(LIN);
  const clients = Array.from({ length: count }, () => new AbortController());
  for (const { signal } of clients) scope.join(signal);
  const go = (index: number) => clients[index]?.abort();
  const leave = (index: number) => {
    const client = clients[index];
    if (client) scope.leave(client.signal);
  };
  return { scope, go, leave, isEnded: () => scope.legacyCall.signal?.aborted };
}

describe('legacy calls', () => {
  it('carry the request’s id', () => expect(new RequestScope(LIN).legacyCall.requestId).toBe('r-1'));

  it('end when the client of every fetch has gone, not before', () => {
    const { go, isEnded } = fetches(2);
    go(0);
    expect(isEnded()).toBe(false);
    go(1);
    expect(isEnded()).toBe(true);
  });

  it('go on for the next fetch when one is finished, though its connection closes then', () => {
    const { go, leave, isEnded } = fetches(1);
    leave(0);
    go(0);
    expect(isEnded()).toBe(false);
  });

  it('of a fetch that goes on do not end with one that is finished', () => {
    const { go, leave, isEnded } = fetches(2);
    leave(0);
    go(0);
    expect(isEnded()).toBe(false);
    go(1);
    expect(isEnded()).toBe(true);
  });

  it('end at once where the client went before its fetch began', () => {
    const scope = new RequestScope(LIN);
    scope.join(AbortSignal.abort());
    expect(scope.legacyCall.signal?.aborted).toBe(true);
  });
});

describe('scopes', () => {
  it('are one for all fetches of a request, whoever sends them', () => {
    const scopes = new RequestScopes();
    expect(scopes.of({ ...LIN, signer: 'casework' }, 0)).toBe(scopes.of(LIN, 0));
  });

  it.each<[string, Partial<typeof LIN>]>([
    ['another request', { requestId: 'r-2' }],
    ['another caller', { principal: { ...LIN.principal, subject: 'other' } }],
    ['a caller of another issuer', { principal: { ...LIN.principal, issuer: 'other' } }],
    ['another purpose', { purpose: 'SUPERVISE_CASE' }],
    ['no purpose', { purpose: null }],
    ['one case alone', { onlyCase: 'ZF-2025-000001' }],
  ])('are kept apart from those of %s', (_what, other) => {
    const scopes = new RequestScopes();
    expect(scopes.of({ ...LIN, ...other }, 0)).not.toBe(scopes.of(LIN, 0));
  });

  it('begin anew after half a minute, or when nobody waits any more', () => {
    const scopes = new RequestScopes();
    const first = scopes.of(LIN, 0);
    expect(scopes.of(LIN, 29_999)).toBe(first);
    const second = scopes.of(LIN, 30_000);
    expect(second).not.toBe(first);
    const gone = new AbortController();
    second.join(gone.signal);
    gone.abort();
    expect(scopes.of(LIN, 30_001)).not.toBe(second);
  });

  it('are let go of though no other request comes', () => {
    jest.useFakeTimers({ now: 0 });
    try {
      const scopes = new RequestScopes();
      const first = scopes.of(LIN);
      jest.advanceTimersByTime(30_000);
      // By this clock it would be known still.
      expect(scopes.of(LIN, 0)).not.toBe(first);
    } finally {
      jest.useRealTimers();
    }
  });
});
