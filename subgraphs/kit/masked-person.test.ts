import { expect, it } from '@jest/globals';
import type { CitizenId } from '#schema/identifiers/kinds.ts';
import { maskedPerson } from '#subgraphs/kit/masked-person.ts';

const PARTY = {
  protectedIdentity: false,
  minorAtOffence: false,
  sex: { scheme: 'GB/T 2261.1', code: '1', name: '男性' },
  idNumber: '379999197909010177' as CitizenId,
  phone: '13900009921',
};
const MASKED = { sexCode: '1', idNumberMasked: '379***********0177', phoneMasked: '139****9921' };
const UNNUMBERED = { ...MASKED, idNumberMasked: null, phoneMasked: null };

it.each<[string, Partial<Parameters<typeof maskedPerson>[1]>, object]>([
  ['an adult', {}, MASKED],
  ['an adult by the number alone', { minorAtOffence: null }, MASKED],
  ['an adult by the record alone', { idNumber: null }, { ...MASKED, idNumberMasked: null }],
  [
    'an adult whose number cannot be read',
    { idNumber: null, idNumberUnreadable: true },
    { ...MASKED, idNumberMasked: null, idNumberUnreadable: true },
  ],
  [
    'a minor whose number cannot be read',
    { idNumber: null, idNumberUnreadable: true, minorAtOffence: true },
    UNNUMBERED,
  ],
  ['nobody knows of what age', { idNumber: null, minorAtOffence: null }, UNNUMBERED],
  ['a minor at the offence, of age today', { minorAtOffence: true }, UNNUMBERED],
  ['a minor today', { idNumber: '379999200803020152' as CitizenId }, UNNUMBERED],
  ['a protected person, whatever the system sends', { protectedIdentity: true }, { ...UNNUMBERED, sexCode: null }],
  ['without anything', { sex: null, idNumber: null, phone: null }, { ...UNNUMBERED, sexCode: null }],
])('%s', (_who, override, expected) => {
  expect(maskedPerson('1#1', { ...PARTY, ...override }, '2025-06-16')).toEqual({ partyKey: '1#1', ...expected });
});
