import { expect, it } from '@jest/globals';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

const OWNER = { department: 'COURT', system: '12368' } as const;
const unreadable = () => {
  throw new UnreadableField('SXJMRQ', 'is not a date');
};

it('one field that cannot be read leaves the others as they are', () => {
  const record = fieldByField(OWNER, { courtCaseNo: '1' }, { trialLimitOn: unreadable, room: () => 'one' });
  expect([record.courtCaseNo, record.room]).toEqual(['1', 'one']);
  const error = { code: 'DEPARTMENT_DATA_INVALID', ...OWNER, cause: new UnreadableField('SXJMRQ', 'is not a date') };
  expect(() => record.trialLimitOn).toThrow(expect.objectContaining(error));
});

it('a mistake of ours is none of the record’s', () => {
  const mistake = () => {
    throw new TypeError('ours');
  };
  expect(() => fieldByField(OWNER, {}, { room: mistake }).room).toThrow(TypeError);
});

it('a field is read once, and only if it is asked for', () => {
  const read: string[] = [];
  const reader = (name: string) => () => {
    read.push(name);
    return [name];
  };
  const record = fieldByField(OWNER, {}, { panel: reader('panel'), clerk: reader('clerk') });
  expect(record.panel).toBe(record.panel);
  expect(read).toEqual(['panel']);
});
