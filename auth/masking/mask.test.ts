import { expect, it } from '@jest/globals';
import { isMinorOn, maskIdNumber, maskPhone } from '#auth/masking/mask.ts';

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
