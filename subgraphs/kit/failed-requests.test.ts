import { describe, expect, it, jest } from '@jest/globals';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { FailedRequests } from '#subgraphs/kit/failed-requests.ts';

const COURT = { department: 'COURT', system: '12368' } as const;
const late = new DepartmentError('DEPARTMENT_TIMEOUT', COURT);
const failing = (error: Error) => jest.fn(() => Promise.reject(error));

describe('a request that the system has failed', () => {
  it('is not asked for again: the failure stands', async () => {
    const failed = new FailedRequests();
    const [first, second] = [failing(late), jest.fn(async () => 'an answer')];
    await expect(failed.guard('request', first)).rejects.toBe(late);
    await expect(failed.guard('request', second)).rejects.toBe(late);
    expect(second).not.toHaveBeenCalled();
  });

  it('fails no other request', async () => {
    const failed = new FailedRequests();
    await expect(failed.guard('request', failing(late))).rejects.toBe(late);
    expect(await failed.guard('another', async () => 'an answer')).toBe('an answer');
  });

  it.each([
    ['data that cannot be read', new DepartmentError('DEPARTMENT_DATA_INVALID', COURT)],
    ['a fault of ours', new Error('bug')],
  ])('%s is tried again', async (_what, error) => {
    const failed = new FailedRequests();
    await expect(failed.guard('request', failing(error))).rejects.toBe(error);
    expect(await failed.guard('request', async () => 'an answer')).toBe('an answer');
  });

  it('is forgotten with time', async () => {
    jest.useFakeTimers();
    try {
      const failed = new FailedRequests();
      await expect(failed.guard('request', failing(late))).rejects.toBe(late);
      jest.advanceTimersByTime(31_000);
      await expect(failed.guard('another', failing(late))).rejects.toBe(late);
      expect(await failed.guard('request', async () => 'an answer')).toBe('an answer');
    } finally {
      jest.useRealTimers();
    }
  });
});
