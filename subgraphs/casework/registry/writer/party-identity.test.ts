import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { partyUids } from '#subgraphs/casework/registry/writer/party-identity.ts';
import type { IngestedParty } from '#subgraphs/kit/ingested-record.ts';

const key = createSecretKey(Buffer.alloc(32, 1));
const party = (extra: Partial<IngestedParty>): IngestedParty => ({
  partyKey: 'k',
  personUid: 'P-zhang',
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'SUSPECT',
  minorAtOffence: null,
  protectedIdentity: false,
  displayName: '张拟甲',
  ...extra,
});
const uidOf = (extra: Partial<IngestedParty>, caseUid = 'ZF-1') => partyUids(key, caseUid, [party(extra)])[0];
const alias = (extra: Partial<IngestedParty> = {}) =>
  party({ role: 'VICTIM', protectedIdentity: true, displayName: '被害人甲', ...extra });

describe('a party', () => {
  it('is one for all systems, whatever they call the person', () => {
    expect(uidOf({ displayName: '张拟假', partyKey: 'other', legalStatus: 'CONVICT' })).toBe(uidOf({}));
  });

  it.each<[string, Partial<IngestedParty>, Partial<IngestedParty>]>([
    ['plaintiff and applicant', { role: 'PLAINTIFF' }, { role: 'APPLICANT' }],
    ['victim and plaintiff of the incidental action', { role: 'VICTIM' }, { role: 'INCIDENTAL_CIVIL_PLAINTIFF' }],
  ])('is one as %s', (_what, one, other) => {
    expect(uidOf(one)).toBe(uidOf(other));
  });

  it('is another in another case, as another person, in another position', () => {
    const uids = [uidOf({}), uidOf({}, 'ZF-2'), uidOf({ personUid: 'P-li' }), uidOf({ role: 'VICTIM' })];
    expect(new Set(uids).size).toBe(4);
  });
});

describe('a protected person', () => {
  it('is known by the alias, whatever id the owner made', () => {
    expect(partyUids(key, 'ZF-1', [alias({ personUid: 'P-a' })])).toEqual(
      partyUids(key, 'ZF-1', [alias({ personUid: 'P-b' })]),
    );
  });

  it('is two where one record lists two', () => {
    const [first, second] = partyUids(key, 'ZF-1', [alias(), alias()]);
    expect(first).not.toBe(second);
  });

  it('is not mistaken for a person who is not protected', () => {
    expect(partyUids(key, 'ZF-1', [alias()])).not.toEqual(
      partyUids(key, 'ZF-1', [alias({ protectedIdentity: false })]),
    );
  });
});
