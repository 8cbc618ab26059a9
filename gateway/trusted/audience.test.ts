import { expect, it } from '@jest/globals';
import type { Caller } from '#auth/caller.ts';
import { audienceOf } from '#gateway/trusted/audience.ts';

const caller = (...roles: string[]) => ({ roles: new Set(roles) }) as unknown as Caller;

it.each<[string[], 'staff' | 'public']>([
  [['court.judge'], 'staff'],
  [['platform.auditor', 'offline_access', 'default-roles-zhengfa'], 'staff'],
  [['party'], 'public'],
  [['lawyer.defence'], 'public'],
  [['court.judge', 'party'], 'public'],
  [['court.judge', 'lawyer.agent'], 'public'],
  [['offline_access'], 'public'],
  [['COURT.judge'], 'public'],
  [[], 'public'],
])('%j: %s', (roles, audience) => expect(audienceOf(caller(...roles))).toBe(audience));

it('nobody has the narrower list', () => expect(audienceOf(null)).toBe('public'));
