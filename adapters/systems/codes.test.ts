import { describe, expect, it } from '@jest/globals';
import { documentCode, openAgency, openCode, sexOf } from '#adapters/systems/codes.ts';
import * as court from '#adapters/systems/court-12368/document-codes.ts';
import * as police from '#adapters/systems/police/codes.ts';
import * as procuratorate from '#adapters/systems/procuratorate-12309/codes.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { CODE_BOOK } from '#schema/codes/code-book.ts';
import { DOCUMENT_CODES } from '#schema/codes/lists/document-codes.ts';

const counted = (scheme: string) => CODE_BOOK.unknownCounts().get(scheme) ?? 0;

describe('a code of an open list', () => {
  it('is called as the system calls it', () => {
    const names = new Map([['010110', '背叛国家案件']]);
    expect(openCode('GA 240.1', '010110', names)).toEqual({ scheme: 'GA 240.1', code: '010110', name: '背叛国家案件' });
    expect(counted('GA 240.1')).toBe(0);
  });

  it('is called as the graph’s list calls it where the system has no name', () => {
    expect(openCode('GA 240.1', '010110', new Map())).toEqual({
      scheme: 'GA 240.1',
      code: '010110',
      name: '背叛国家案',
    });
    expect(openCode('CRIMINAL-CAUSE', '338', new Map(), '2011-04-30').name).toBe('重大环境污染事故罪');
  });

  it.each(['9', 'constructor'])('that nobody knows is kept and counted: %s', (code) => {
    const before = counted('LOCAL');
    expect(openCode('LOCAL', code, new Map([['1', '一']]))).toEqual({ scheme: 'LOCAL', code, name: code });
    expect(counted('LOCAL')).toBe(before + 1);
  });
});

describe('an agency', () => {
  const agencies = new Map([['鲁9999', 'COURT-379999']]);
  const read = (local: string) => openAgency('ZZDW', local, 'LOCAL-AGENCY', agencies);

  it.each(['鲁99', '京0101', 'JCY110101', 'F110101', '110101', '1101010701', '110101000000'])(
    'that no list knows is called by its code: %s',
    (code) => expect(read(code)).toBe(code),
  );

  it.each(['379999198506120130', '379998650808014', '13900009901', '某看守所', '张拟甲', 'constructor', '鲁9999 '])(
    'is not %j, and the error does not tell it',
    (typed) => expect(() => read(typed)).toThrow(new UnreadableField('ZZDW', 'is no agency')),
  );
});

it.each([
  [null, null],
  ['1', { scheme: 'GB/T 2261.1', code: '1', name: '男性' }],
  ['7', { scheme: 'GB/T 2261.1', code: '7', name: '7' }],
])('the sex %j is %j', (code, sex) => {
  expect(sexOf(code)).toEqual(sex);
});

describe('a document', () => {
  const documents = new Map([['0201', ['GA-02', '立案决定书']]] as const);

  it('has its code of the catalogue, and the name that its own form has', () => {
    expect(documentCode('LOCAL-WSDM', '0201', documents)).toEqual({
      scheme: 'DOCUMENT',
      code: 'GA-02',
      name: '立案决定书',
    });
    expect(counted('LOCAL-WSDM')).toBe(0);
  });

  it('that the catalogue does not have keeps the code of its system, counted', () => {
    expect(documentCode('LOCAL-WSDM', '0999', documents)).toEqual({ scheme: 'LOCAL-WSDM', code: '0999', name: '0999' });
    expect(counted('LOCAL-WSDM')).toBe(1);
  });

  it.each(Object.entries({ court, police, procuratorate }))(
    'of %s is one of the catalogue’s forms',
    (_, { DOCUMENTS }) => {
      const forms = new Map(DOCUMENT_CODES.entries.map(({ code, name }) => [code, name.split(' / ')]));
      for (const [code, name] of DOCUMENTS.values()) expect(forms.get(code)).toContain(name);
    },
  );
});
