import { describe, expect, it } from '@jest/globals';
import { FLAGS, NO_LABEL, NOT_ISSUED, SEALED_FILES, STATES } from '#adapters/systems/notary/codes.ts';
import { CERTIFICATE_STATE } from '#schema/enums/certificate-state.ts';
import { valuesOf } from '#schema/enums/enum.ts';

describe('the code tables', () => {
  it('zhuangtai is total, each word once; that there is no such certificate is a fault and no code', () => {
    expect([...STATES.values(), 'UNKNOWN'].sort()).toEqual([...valuesOf(CERTIFICATE_STATE)].sort());
  });

  it('zhuangtai of what was not issued is no state', () => {
    expect(STATES.has(NOT_ISSUED)).toBe(false);
  });

  it('know both answers to a question', () => {
    expect([...FLAGS.values()].sort()).toEqual([false, false, true, true]);
    expect([...SEALED_FILES.values()].sort()).toEqual([false, true]);
    expect(NO_LABEL).toBe('0');
  });
});
