import { describe, expect, it } from '@jest/globals';
import { countedRecords, legalDate, optionalRecord, requiredDigits, texts } from '#adapters/systems/notary/fields.ts';
import { requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

describe('texts', () => {
  it('lose the padding around them, and are null where there is nothing', () => {
    expect(text({ zihao: ' 鲁虚构证民字 ' }, 'zihao')).toBe('鲁虚构证民字');
    for (const record of [{}, { zihao: '' }, { zihao: '  ' }, { zihao: null }]) {
      expect(text(record, 'zihao')).toBeNull();
      expect(() => requiredText(record, 'zihao')).toThrow(new UnreadableField('zihao', 'is missing'));
    }
    expect(() => text({ zihao: { a: 'x' } }, 'zihao')).toThrow(UnreadableField);
  });

  it('of a repeated element are a list', () => {
    expect(texts({ huibiGongzhengyuanHao: [' GZ0002'] }, 'huibiGongzhengyuanHao')).toEqual(['GZ0002']);
    expect(texts({ huibiGongzhengyuanHao: [] }, 'huibiGongzhengyuanHao')).toEqual([]);
    for (const record of [
      {},
      { huibiGongzhengyuanHao: 'GZ0002' },
      { huibiGongzhengyuanHao: [''] },
      { huibiGongzhengyuanHao: [null] },
    ]) {
      expect(() => texts(record, 'huibiGongzhengyuanHao')).toThrow(UnreadableField);
    }
  });
});

describe('digits', () => {
  it.each(['000001', '0', '0037999920250000001'])('%s stays as it is', (written) => {
    expect(requiredDigits({ liushuiHao: written }, 'liushuiHao')).toBe(written);
  });

  it.each(['-1', '+1', '1.0', '1e3', '１', '0x1', '1 000', ''])('%j is refused', (written) => {
    expect(() => requiredDigits({ liushuiHao: written }, 'liushuiHao')).toThrow(UnreadableField);
  });
});

describe('dates', () => {
  it.each([
    ['2025-03-18', '2025-03-18'],
    ['2025-03-18+08:00', '2025-03-18'],
    ['', null],
  ])('%j is %s', (written, date) => {
    expect(legalDate({ chujuRiqi: written }, 'chujuRiqi')).toBe(date);
  });

  it.each(['2025-03-18Z', '2025-03-18+00:00', '2025-03-18T00:00:00+08:00', '2025-02-29', '20250318', '郑拟寅'])(
    '%s is refused, and not repeated',
    (written) => {
      const message = new UnreadableField('chujuRiqi', 'is not a date');
      expect(() => legalDate({ chujuRiqi: written }, 'chujuRiqi')).toThrow(message);
    },
  );
});

it.each(['9', '1', 'constructor', ''])('the code %j has no meaning', (code) => {
  expect(() => requiredCode({ zhuangtai: code }, 'zhuangtai', new Map([['01', 'VALID']]))).toThrow(UnreadableField);
});

describe('lists', () => {
  it('are as long as they say', () => {
    expect(countedRecords({ zongshu: '0', item: [] }, 'zongshu', 'item')).toEqual([]);
    expect(countedRecords({ zongshu: '1', item: [{ a: 'x' }] }, 'zongshu', 'item')).toEqual([{ a: 'x' }]);
    for (const record of [
      { zongshu: '2', item: [{ a: 'x' }] },
      { zongshu: '01', item: [{ a: 'x' }] },
      { item: [] },
      { zongshu: '0' },
      { zongshu: '1', item: ['x'] },
    ]) {
      expect(() => countedRecords(record, 'zongshu', 'item')).toThrow(UnreadableField);
    }
  });

  it('one record may be absent, or empty', () => {
    for (const record of [{}, { zhixingZhengshu: null }, { zhixingZhengshu: {} }]) {
      expect(optionalRecord(record, 'zhixingZhengshu')).toBeNull();
    }
    expect(optionalRecord({ zhixingZhengshu: { niandu: '2025' } }, 'zhixingZhengshu')).toEqual({ niandu: '2025' });
    expect(() => optionalRecord({ zhixingZhengshu: 'x' }, 'zhixingZhengshu')).toThrow(UnreadableField);
  });
});
