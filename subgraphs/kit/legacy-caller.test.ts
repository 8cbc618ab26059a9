import { describe, expect, it } from '@jest/globals';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';
import { legacyCallerOf } from '#subgraphs/kit/legacy-caller.ts';

const { principal } = LIN;
const of = (override: Partial<VerifiedEnvelope['principal']>): VerifiedEnvelope => ({
  ...LIN,
  principal: { ...principal, ...override },
});

describe('legacyCallerOf', () => {
  it('gives the same for the same caller, whatever the request and the order of roles', () => {
    const [one, other] = [of({ roles: new Set(['a', 'b']) }), of({ roles: new Set(['b', 'a']) })];
    expect(legacyCallerOf({ ...other, requestId: 'r-2', signer: 'casework', operation: 'x' })).toEqual(
      legacyCallerOf(one),
    );
  });

  it.each<[string, VerifiedEnvelope, boolean]>([
    ['subject', of({ subject: 'other' }), false],
    ['issuer', of({ issuer: 'https://other' }), false],
    ['one role fewer', of({ roles: new Set() }), true],
    ['agency', of({ agency: 'other' }), true],
    ['staff number', of({ staffNo: 'other' }), true],
    ['licence', of({ licenceNo: 'other' }), true],
    ['purpose', { ...LIN, purpose: null }, true],
    ['one case alone', { ...LIN, onlyCase: 'ZF-2025-000001' }, true],
  ])('tells rights apart by %s', (_what, other, isSameCaller) => {
    const [ours, theirs] = [legacyCallerOf(LIN), legacyCallerOf(other)];
    expect(theirs.rights).not.toBe(ours.rights);
    expect(theirs.caller === ours.caller).toBe(isSameCaller);
  });

  it('frames what it joins: roles that read the same in a row are not the same', () => {
    const [one, two] = [of({ roles: new Set(['a,b']) }), of({ roles: new Set(['a', 'b']) })];
    expect(legacyCallerOf(one).rights).not.toBe(legacyCallerOf(two).rights);
  });

  it('holds nothing of name, number or subject, and fits Oracle’s clientId of 64 bytes', () => {
    const known = of({ username: 'zhangsan', subject: 'sub-1', staffNo: 'FG-0007', licenceNo: '14401200710123456' });
    const { caller, rights } = legacyCallerOf(known);
    for (const text of [caller, rights]) {
      expect(text).toMatch(/^[\w-]{43}$/);
      for (const part of ['zhangsan', 'sub-1', 'FG-0007', '14401200710123456']) {
        expect(text).not.toContain(part);
        expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain(part);
      }
    }
    expect(caller).not.toBe(rights);
  });
});
