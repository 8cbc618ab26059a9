import { describe, expect, it } from '@jest/globals';
import type { IdentifierKind } from '#schema/identifiers/identifier-kind.ts';
import { IDENTIFIER_KINDS } from '#schema/identifiers/index.ts';

type Cases = Record<keyof typeof IDENTIFIER_KINDS, { valid: string[]; invalid: Record<string, string> }>;

/** The examples of DOMAIN 3, and people and bodies of the demo world. */
const CASES: Cases = {
  courtCaseNo: {
    valid: [
      '（2023）鲁0812刑初999901号',
      '（2024）湘12民终999902号',
      '（2025）粤1202执恢999903号',
      '（2024）内0902民诉前调999904号',
      '（2022）最高法知民终999905号',
      '（2025）鲁99刑终999920号',
      '（2025）京民申1号',
      '（2025）兵0199刑初999901号',
      '（2025）军01刑初999901号',
      '（2025）鲁9999诉前调999915号',
      '（2025）鲁9999民保令999901号',
      '（2025）最高法行辖终999901号',
      '（2025）沪01协外认999901号',
      '（2015）兖民初字第123号',
      '（2012）济刑终字第45号',
      '（2014）肇中法刑一终字第7号',
      '（2014）虚民初字第123号',
    ],
    invalid: {
      '（2015）鲁0812刑初1号': 'the rule is of 2016',
      '（2023）鲁812刑初1号': 'three digits of a court code',
      '（2023）鲁0812刑初字第1号': 'both formats mixed',
      '（2023）兖民初1号': 'not a court code',
      '（2023）鲁0812刑初号': 'no serial',
      '（2023）鲁0812刑初0号': 'serial zero',
      '（2023）鲁0812刑未1号': 'unknown type code',
      '（2023）最高法99民终1号': 'the supreme court has no digits',
      '（2023〕鲁0812刑初1': 'no 号',
      '（2015）兖民初第123号': 'no 字',
      '（2015）字第123号': 'no agency',
      '2015兖民初字第123号': 'no brackets',
      '（15）兖民初字第123号': 'two digits of a year',
      '（2015）⼀民初字第123号': 'a Kangxi radical in place of 一',
    },
  },
  policeCaseNo: {
    valid: ['A3799990000002023010001', 'A4399990100002024120037', 'A1599990500002025069999', 'A3799990000001999120001'],
    invalid: {
      A3799990000002023130001: 'month 13',
      A3799990000002023000001: 'month 0',
      '3799990000002023010001': 'no A',
      A37999900000020230100011: '24 characters',
      R3799990000002023010001: 'a person’s number',
    },
  },
  policePersonNo: {
    valid: ['R3799990000002023010001', 'R4399990100002024120037', 'R1599990500002025069999'],
    invalid: {
      A3799990000002023010001: 'a case’s number',
      R379999000000202301001: '22 characters',
      R3799990000002023000001: 'month 0',
    },
  },
  policeDocumentNo: {
    valid: ['虚公（刑）立字〔2023〕00001号', '虚公（治）受案字〔2024〕20号', '虚公（法）提捕字〔2025〕7号'],
    invalid: {
      '虚公刑立字〔2023〕1号': 'no section',
      '虚公（刑）立〔2023〕1号': 'no 字',
      '虚公（刑）立字〔2023〕号': 'no serial',
      '虚公（刑）立字〔1923〕1号': 'year',
    },
  },
  acceptanceNo: {
    valid: [
      '虚检刑诉受〔2023〕379999000001号',
      '虚检刑捕受〔2024〕439999000020号',
      '虚拟省院起诉受〔2017〕37999900095号',
    ],
    invalid: {
      '虚检刑诉受〔2023〕3799990001号': 'too short',
      '虚检刑诉受〔2023〕3799990000001号': 'too long',
      '虚检刑诉〔2023〕379999000001号': 'no 受',
      虚检刑诉受2023379999000001号: 'no brackets',
      '虚检刑诉受〔1923〕379999000001号': 'year',
    },
  },
  unifiedAcceptanceNo: {
    valid: ['37999920230000100', '43999920240012300', '15999920250000700', '379999202300001', '3799992023000010099'],
    invalid: {
      '3799992023': 'too short',
      '37999920230001': 'serial of four digits',
      '37999920230000100999': 'serial of ten digits',
      '37999918230000100': 'year',
      A7999920230000100: 'a letter',
    },
  },
  procuratorateDocumentNo: {
    valid: ['虚检刑诉〔2023〕12号', '虚检批捕〔2024〕3号', '虚检刑不诉〔2025〕Z5号'],
    invalid: {
      '虚检〔2023〕12号': 'no business word',
      '虚刑诉〔2023〕12号': 'no 检',
      '虚检刑诉〔2023〕Z号': 'no serial',
      '虚检刑诉〔2023〕ZZ5号': 'two letters',
    },
  },
  caseUid: {
    valid: ['ZF-2025-000001', 'ZF-2014-000008'],
    invalid: { 'ZF-25-000001': 'year', 'ZF-2025-00001': 'five digits', ZF2025000001: 'no hyphens' },
  },
  legalAidId: {
    valid: ['LA-2025-000001'],
    invalid: { 'LA-2025-0000001': 'seven digits', '（2025）虚法援刑字第1号': 'the institution’s own number' },
  },
  legalAidNo: {
    valid: [
      '（2023）虚法援刑字第1号',
      '（2024）虚法援民字第20号',
      '（2025）虚法援值字第7号',
      '（2025）虚法援刑字第2号',
      '（2025）虚法援行字第3号',
      '（2025）虚法援非字第4号',
    ],
    invalid: {
      '2023虚法援刑字第1号': 'no brackets',
      '（2023）虚法援刑第1号': 'no 字',
      '（2023）虚法援X字第1号': 'a letter for the kind',
    },
  },
  notarialCertificateNo: {
    valid: [
      '（2023）鲁虚构证民字第000001号',
      '（2024）湘虚构证经字第1643号',
      '（2025）粤虚构第079522号',
      '（1998）鲁虚构证内经字第12号',
      '（2025）鲁虚构证民字第12345678号',
    ],
    invalid: {
      '（2023）鲁虚构证民字000001号': 'no 第',
      '2023鲁虚构证民字第1号': 'no brackets',
      '（2023）鲁虚构证民字第号': 'no serial',
      '（2023）第1号': 'no office',
    },
  },
  lawyerLicenceNo: {
    valid: ['13799202010999001', '14399201521999002', '11599202261999003', '13799202081999004', '13799202090999005'],
    invalid: {
      '23799202010999001': 'does not begin with 1',
      '1379920201099900': '16 digits',
      '13799202012999001': 'sex digit 2',
      '13799202000999001': 'category 0',
    },
  },
  unifiedSocialCreditCode: {
    valid: [
      '91379999FAKE000133',
      '31379999FAKE0003XU',
      '12379999FAKE00048T',
      '11379999FAKE1P5B0N',
      '11379999FAKE2JCY2U',
      '11379999FAKE3CRT31',
      '11379999FAKE4JUBXG',
      '31379999FAKE5LAW5B',
      '32379999FAKE6NTY35',
      '91350100M000100Y43',
    ],
    invalid: {
      '91379999FAKE000134': 'check character',
      '91379999FAKE000233': 'organisation check',
      '91379999FAKE000146': 'organisation check, under a right check character',
      '9137999SFAKE000133': 'a letter in the area code',
      '91379999FAKE00013': '17 characters',
      '91379999FAKE0001I3': 'a letter that the alphabet lacks',
    },
  },
  businessLicenceNo: {
    valid: ['379999000000014', '110108000000016'],
    invalid: {
      '379999000000015': 'check digit',
      '37999900000001': '14 digits',
      '079999000000014': 'region',
    },
  },
  citizenId: {
    valid: [
      '37999919900101007X',
      '439999199912310029',
      '449999201202290037',
      '379999198506120130',
      '379999199208180164',
      '379999200803020152',
      '379999201106150044',
      '439999197711030259',
      '449999198803090271',
      '159999199505240185',
      '629999197004010393',
      '37999919910628021X',
      '11010519491231002X',
      '379999189901010076',
      '819999199001010018',
      '839999199912310023',
      '379998650808014',
      '379998650230014',
    ],
    invalid: {
      '379999199001010011': 'check character',
      '379999199002300011': '30 February',
      '379999199013010011': 'month 13',
      '449999201102290038': '29 February of a common year',
      '37999990010100X': 'first generation with an X',
      '379999651308014': 'month 13, first generation',
      '379999650832014': 'day 32, first generation',
      '999999198506120130': 'region',
    },
  },
  areaCode: {
    valid: ['370812', '441200', '621200', '379999'],
    invalid: { '37081': 'five digits', '970812': 'region', '37O812': 'the letter O' },
  },
};

describe.each(Object.entries(CASES))('%s', (name, { valid, invalid }) => {
  const kind = IDENTIFIER_KINDS[name as keyof Cases];

  it.each([...valid, kind.example])('takes %s as it is', (text) => {
    expect(kind.parse(text)).toBe(text);
  });

  it.each(Object.entries(invalid))('refuses %s: %s', (text) => {
    expect(kind.parse(text)).toBeNull();
  });
});

type Values = {
  [Name in keyof Cases]: (typeof IDENTIFIER_KINDS)[Name] extends IdentifierKind<infer Value> ? Value : never;
};
/** The kinds for which `Text` passes. */
type PassesFor<Text, Names extends keyof Values = keyof Values> = {
  [Name in Names]: Text extends Values[Name] ? Name : never;
}[Names];
type Mixed = { [Name in keyof Values]: PassesFor<Values[Name], Exclude<keyof Values, Name>> }[keyof Values];

/** Checked by `npm run types`: a number of one kind, or a text that nobody has read, cannot be passed where another is asked. */
const apart: [Mixed | PassesFor<string>] extends [never] ? true : Mixed = true;

it('keeps the kinds apart', () => {
  expect(apart).toBe(true);
});

describe('what is written differently and is the same', () => {
  const { courtCaseNo, acceptanceNo, policeDocumentNo, procuratorateDocumentNo, citizenId, caseUid } = IDENTIFIER_KINDS;

  it.each([
    [courtCaseNo, '(2025)鲁9999刑初999901号', '（2025）鲁9999刑初999901号'],
    [courtCaseNo, '　【２０２５】 鲁９９９９ 刑初 ９９９９０１ 号 ', '（2025）鲁9999刑初999901号'],
    [courtCaseNo, '[2014]虚民初字第 123 号', '（2014）虚民初字第123号'],
    [courtCaseNo, '（2023）鲁0812执000123号之一', '（2023）鲁0812执123号'],
    [courtCaseNo, '（2012）济刑终字第0045-1号', '（2012）济刑终字第45号'],
    [acceptanceNo, '虚检刑诉受［2025］379999000011号', '虚检刑诉受〔2025〕379999000011号'],
    [policeDocumentNo, '虚公(刑)立字[2023]1号', '虚公（刑）立字〔2023〕1号'],
    [policeDocumentNo, '虚公〔刑〕立字（2023）00001号', '虚公（刑）立字〔2023〕00001号'],
    [procuratorateDocumentNo, '虚检刑诉[2023]12号', '虚检刑诉〔2023〕12号'],
    [procuratorateDocumentNo, '虚检刑不诉（2025）ｚ5号', '虚检刑不诉〔2025〕Z5号'],
    [courtCaseNo, '〖2025〗鲁9999刑初999901号', '（2025）鲁9999刑初999901号'],
    [courtCaseNo, '﹙2025﹚鲁9999刑初999901号', '（2025）鲁9999刑初999901号'],
    [courtCaseNo, '（2025）鲁9999\r\n刑初\t999901号', '（2025）鲁9999刑初999901号'],
    [acceptanceNo, '虚检刑诉受{2025}379999000011号', '虚检刑诉受〔2025〕379999000011号'],
    [acceptanceNo, '虚检刑诉受﹝2025﹞379999000011号', '虚检刑诉受〔2025〕379999000011号'],
    [citizenId, '37999919900101007x', '37999919900101007X'],
    [caseUid, 'ｚｆ－２０２５－０００００１', 'ZF-2025-000001'],
    [caseUid, 'ZF–2025—000001', 'ZF-2025-000001'],
    [caseUid, 'ZF‑2025−000001', 'ZF-2025-000001'],
  ])('%#: %s %s', (kind, raw, canonical) => {
    expect(kind.parse(raw)).toBe(canonical);
  });
});

describe('what hides in the text or is too long', () => {
  const { courtCaseNo, areaCode, unifiedSocialCreditCode } = IDENTIFIER_KINDS;
  /** What comes along when one copies from a page, a cell, a message. */
  const unseen = {
    ...{ tab: '\t', newline: '\n', lineSeparator: '\u2028', byteOrderMark: '\ufeff', softHyphen: '\u00ad' },
    ...{ zeroWidthSpace: '\u200b', joiner: '\u200d', wordJoiner: '\u2060', variation: '\ufe0e' },
    ...{ leftToRight: '\u200e', embedding: '\u202a', isolate: '\u2068' },
  };
  /** What shows another number than there is, and what no program copies. */
  const deceiving = { override: '\u202d', rightToLeftOverride: '\u202e' };
  const control = { nul: '\0', escape: '\x1b', delete: '\x7f', nextLine: '\u0085' };

  const { length } = courtCaseNo.example;
  const withAt = (character: string, place: number) =>
    courtCaseNo.example.slice(0, place) + character + courtCaseNo.example.slice(place);

  it.each(Object.entries(unseen))('reads over %s', (_, character) => {
    for (const place of [0, 8, length]) expect(courtCaseNo.parse(withAt(character, place))).toBe(courtCaseNo.example);
  });

  it.each(Object.entries({ ...deceiving, ...control }))('refuses %s', (_, character) => {
    for (const place of [0, 8, length]) expect(courtCaseNo.parse(withAt(character, place))).toBeNull();
  });

  it('refuses digits of other scripts, combining marks and lone surrogates', () => {
    for (const text of ['٣٧٩٩٩٩', '𝟑𝟕𝟗𝟗𝟗𝟗', '3799⑨9', '37999９\u0301', '379999\ud800']) {
      expect(areaCode.parse(text)).toBeNull();
    }
  });

  it('refuses a ligature that only looks like two letters', () => {
    expect(unifiedSocialCreditCode.parse('91379999ffke000117')).toBe('91379999FFKE000117');
    expect(unifiedSocialCreditCode.parse('91379999ﬀke000117')).toBeNull();
  });

  it('reads at most 128 characters: the same number in more is refused unread', () => {
    const spaces = (total: number) => ' '.repeat(total - areaCode.example.length) + areaCode.example;
    expect(areaCode.parse(spaces(128))).toBe(areaCode.example);
    expect(areaCode.parse(spaces(129))).toBeNull();
    expect(areaCode.parse(spaces(100_000))).toBeNull();
  });
});
