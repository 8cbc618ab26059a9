import { expect, it } from '@jest/globals';
import { isMinorOn, maskIdNumber, maskPhone, redact } from '#auth/masking/mask.ts';

it.each([
  ['379999198506120130', '379***********0130'],
  ['37999919910628021X', '379***********021X'],
  ['379998650808014', '379********8014'],
  ['3799991985061201', null],
  ['张拟甲', null],
  ['', null],
])('identity number %s is shown as %s', (number, shown) => {
  expect(maskIdNumber(number)).toBe(shown);
});

it.each([
  ['13900009901', '139****9901'],
  ['0537-1234567', null],
  ['139000099011', null],
])('phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

it.each([
  ['379999200803020152', '2026-03-01', true],
  ['379999200803020152', '2026-03-02', false],
  ['379998650808014', '2025-06-16', false],
])('%s on %s: minor %s', (number, day, minor) => {
  expect(isMinorOn(number, day)).toBe(minor);
});

it.each([
  ['身份证379999198506120130，电话13900009901。', '身份证******************，电话***********。'],
  ['37999919910628021X与37999919910628021x', '******************与******************'],
  ['一代证379998650808014', '一代证***************'],
  ['３７９９９９１９８５０６１２０１３０', '******************'],
])('in %s nothing of the number is left', (text, shown) => {
  expect(redact(text)).toBe(shown);
});

it.each([
  '㛃拟𠮷：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。',
  '虚检刑诉受〔2025〕379999000011号',
  'A3799990000002025030001',
  '2025年6月16日9:00',
])('%s stays character for character', (text) => {
  expect(redact(text)).toBe(text);
});
