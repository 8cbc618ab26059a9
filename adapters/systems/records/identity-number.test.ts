import { expect, it } from '@jest/globals';
import { identityNumber } from '#adapters/systems/records/identity-number.ts';

it.each<[string, string | null, object]>([
  ['of today', '379999198506120130', { idNumber: '379999198506120130' }],
  ['of the first generation', '379998650808014', { idNumber: '379998650808014' }],
  ['in full width', '３７９９９９１９８５０６１２０１３０', { idNumber: '379999198506120130' }],
  ['that is not there', null, { idNumber: null }],
  ['of a passport', 'E99999999', { idNumber: null }],
  ['of a foreigner’s card', '937999198506120130', { idNumber: null }],
  ['with another check character', '379999198506120131', { idNumber: null, idNumberUnreadable: true }],
  ['that lacks a digit', '37999919850612013', { idNumber: null, idNumberUnreadable: true }],
  ['with a digit too many', '3799991985061201300', { idNumber: null, idNumberUnreadable: true }],
])('a number %s: %j', (_what, written, read) => {
  expect(identityNumber(written)).toEqual(read);
});
