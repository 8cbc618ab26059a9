import { describe, expect, it } from '@jest/globals';
import { InvalidValue, isXmlRecord, type XmlRecord } from '#adapters/soap/value.ts';
import { recordsIn, requiredText, text, textsIn } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const INVALID = new InvalidValue('holds bytes that are not of its charset');

describe('text', () => {
  it.each<[string, XmlRecord]>([
    ['absent', {}],
    ['nil', { a: null }],
    ['empty', { a: '' }],
    ['blank', { a: ' \n' }],
  ])('is none where it is %s', (_what, record) => {
    expect(text(record, 'a')).toBeNull();
    expect(() => requiredText(record, 'a')).toThrow(new UnreadableField('a', 'is missing'));
  });

  it.each<[string, XmlRecord, string]>([
    ['what cannot be read', { a: INVALID }, 'a holds bytes that are not of its charset'],
    ['elements', { a: { b: '' } }, 'a is not text'],
    ['a list', { a: ['b'] }, 'a is not text'],
  ])('says why it is not %s', (_what, record, message) => {
    expect(() => text(record, 'a')).toThrow(message);
  });
});

it('what cannot be read is no record, and spoils a list', () => {
  expect(isXmlRecord(INVALID)).toBe(false);
  expect(() => recordsIn({ l: { a: [{ b: '1' }, INVALID] } }, 'l', 'a')).toThrow('l is no list of elements');
  expect(() => textsIn({ l: { a: ['1', INVALID] } }, 'l', 'a')).toThrow('a holds bytes');
});
