import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redact } from '#auth/masking/redact.ts';
import { citizenIdCheck } from '#schema/identifiers/citizen-id.ts';

describe('what is somebody’s is blacked out', () => {
  it.each([
    ['身份证379999198506120130，电话13900009901。', '身份证******************，电话***********。'],
    ['37999919910628021X与37999919910628021x', '******************与******************'],
    ['一代证379998650808014', '一代证***************'],
    ['３７９９９９１９８５０６１２０１３０', '******************'],
    ['379999 19850612 0130', '****** ******** ****'],
    ['37999919910628021-X', '*****************-*'],
    ['139-0000-9901、+86 139 0000 9901、8613900009901', '***-****-****、+** *** **** ****、*************'],
    ['139\u200b0000\u200b9901', '***\u200b****\u200b****'],
    ['座机0537-1234567、010 8888 7777、075512345678', '座机****-*******、*** **** ****、************'],
    ['卡号6222021234567890128', '卡号*******************'],
    ['6222 0212 3456 7890 128', '**** **** **** **** ***'],
    ['37999919850612013013900009901', '*****************************'],
    ['受〔2025〕13900009901', '受〔2025〕***********'],
  ])('%s', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });
});

describe('an address ends at the county', () => {
  it.each([
    ['住虚构省虚拟县幸福路12号3单元402室。', '住虚构省虚拟县*************。'],
    ['虚拟县红旗路十二号', '虚拟县******'],
    ['虚拟县幸福镇和平村3组', '虚拟县********'],
    ['在和平街道建设社区居住', '在********居住'],
    ['幸福小区5-2-301', '***********'],
    ['虚构省虚拟市虚拟区幸福街道向阳路128号阳光花园6栋2单元1201室', `虚构省虚拟市虚拟区${'*'.repeat(25)}`],
    ['幸福路１２号', '******'],
  ])('%s', (text, shown) => {
    expect(redact(text)).toBe(shown);
  });
});

describe('everything else stays character for character', () => {
  it.each([
    '㛃拟𠮷：已向法院调取(2014)虚民初字第123号案卷 & 附件，正在审查。',
    '虚检刑诉受〔2025〕379999000011号',
    '虚检刑诉受[2025]379999000011号',
    '虚拟省院起诉受〔2017〕13999900095号',
    'A3799990000002025030001',
    'R3799990000002025030001',
    '37999920250000100',
    '13799202010999001',
    '11379999FAKE1P5B0N',
    'ZF-2025-000001 1',
    'PT12309-2025-000001',
    '虚公（刑）立字〔2023〕00001号',
    '（2025）鲁虚构证民字第000001号',
    '2025年6月16日9:00',
    '2025-06-16 2025-06-17 9时',
    '20250616090000',
    '1号法庭，第二审判庭12号窗口',
    '道路交通事故认定书第12号',
    '涉案房屋3套，金额4500元，地铁1号线',
    '县政府、镇政府和街道办事处',
    '',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const pick = (...values: readonly string[]) => fc.constantFrom(...values);
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(''));

const area = joined(pick('11', '15', '23', '37', '43', '44', '62', '65', '81'), digits(4));
const monthAndDay = joined(two(1, 12), two(1, 28));
const identity18 = joined(area, pick('19', '20'), digits(2), monthAndDay, digits(3)).map(
  (body) => body + citizenIdCheck(body),
);
const identity15 = joined(area, digits(2), monthAndDay, digits(3));
const mobile = joined(pick('1'), pick('3', '4', '5', '6', '7', '8', '9'), digits(9));
const card = fc
  .tuple(pick('62', '4', '5', '35', '95', '60'), fc.integer({ min: 16, max: 19 }))
  .chain(([prefix, length]) =>
    digits(length - prefix.length - 1).map((body) => `${prefix}${body}${luhn(prefix + body)}`),
  )
  .filter((number) => !/^\d{6}20[0-4]\d{8}$/.test(number));

/** The check digit of ISO/IEC 7812-1, found by trying. */
function luhn(body: string): number {
  return [...Array(10).keys()].find((check) => isLuhn(`${body}${check}`)) ?? 0;
}

function isLuhn(number: string): boolean {
  let sum = 0;
  for (const [place, digit] of [...number].reverse().entries()) {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const wide = (text: string) =>
  text.replace(/[0-9X]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0));
/** As people type numbers: whole, in the groups that are usual for it, with what they put between them; in either width. */
const typed = (number: fc.Arbitrary<string>, ...groupings: readonly (readonly number[])[]) =>
  fc
    .tuple(
      number,
      fc.constantFrom([], ...groupings),
      pick(' ', '-', '  ', '\u3000', '－', '–', '\u00a0', '.', ' - '),
      fc.boolean(),
    )
    .map(([text, grouping, gap, isWide]) => (isWide ? wide : String)(grouped(text, grouping).join(gap)));

function grouped(text: string, [length, ...more]: readonly number[]): string[] {
  if (length === undefined || text.length <= length) return text === '' ? [] : [text];
  return [text.slice(0, length), ...grouped(text.slice(length), more)];
}

const FOURS = [4, 4, 4, 4, 4] as const;
const ONES = Array<number>(19).fill(1);
const KINDS: readonly (readonly [kind: string, number: fc.Arbitrary<string>])[] = [
  ['an identity number', typed(identity18, [6, 8, 4], [3, 3, 4, 4, 4], FOURS, [6, 4, 2, 2, 4], [17, 1], ONES)],
  ['an identity number of the first generation', typed(identity15, [6, 6, 3], [3, 3, 3, 3, 3], ONES)],
  ['a mobile number', typed(mobile, [3, 4, 4], [7, 4], [3, 8], [4, 3, 4], ONES)],
  [
    'a mobile number with the country',
    typed(
      mobile.map((number) => `86${number}`),
      [2, 3, 4, 4],
      [2, 11],
    ),
  ],
  ['a bank card', typed(card, FOURS, [6, 13], [4, 4, 4, 7])],
];
/** Text around it without digits, and of what no address is made. */
const around = fc.stringMatching(/^[ 　，。：:；;（）()\n张拟甲乙丙电话身份证号码系是为其卡A-Za-z]{0,12}$/);
const DIGITS = /\p{Nd}/u;

describe('of any number that is somebody’s no digit is left', () => {
  it.each(KINDS)('%s', (_kind, number) => {
    fc.assert(
      fc.property(around, number, around, (before, typedNumber, after) => {
        const text = `${before}${typedNumber}，${after}`;
        const shown = redact(text);
        expect({ text, shown, isLeft: DIGITS.test(shown) }).toMatchObject({ isLeft: false });
        expect([...shown]).toHaveLength([...text].length);
      }),
      { seed: 20250616, numRuns: 400 },
    );
  });

  it('two of them beside each other', () => {
    const one = fc.oneof(identity18, identity15, mobile, card);
    fc.assert(
      fc.property(one, pick(' ', '，', '、', '/', '\n', '-'), one, (first, gap, second) => {
        expect(DIGITS.test(redact(`${first}${gap}${second}`))).toBe(false);
      }),
      { seed: 20250616, numRuns: 400 },
    );
  });
});

const year = fc.integer({ min: 2016, max: 2039 }).map(String);
const CASE_NUMBERS: readonly (readonly [kind: string, number: fc.Arbitrary<string>])[] = [
  [
    'a court case number',
    joined(pick('（'), year, pick('）鲁'), digits(4), pick('刑初', '民终', '诉前调'), digits(6), pick('号')),
  ],
  ['an old one', joined(pick('(20'), two(0, 15), pick(')虚民初字第'), digits(3), pick('号'))],
  ['a police case number', joined(pick('A', 'R'), digits(12), year, two(1, 12), digits(4))],
  ['an acceptance number', joined(pick('虚检刑诉受〔', '虚检刑捕受〔'), year, pick('〕'), area, digits(6), pick('号'))],
  [
    'an acceptance number of the old system',
    joined(pick('虚拟省院起诉受['), year, pick(']'), area, digits(5), pick('号')),
  ],
  ['a unified number', joined(area, year, digits(7))],
  ['a number of a document', joined(pick('虚公（刑）捕字〔', '虚检刑不诉〔'), year, pick('〕'), digits(5), pick('号'))],
  ['a number of legal aid', joined(pick('（'), year, pick('）虚法援刑字第'), digits(2), pick('号'))],
  ['a certificate', joined(pick('（'), year, pick('）鲁虚构证民字第'), digits(6), pick('号'))],
  [
    'a lawyer’s licence',
    joined(pick('1'), pick('37', '43'), digits(2), year, pick('1', '8'), pick('0', '1'), digits(6)),
  ],
  ['a case id', joined(pick('ZF-'), year, pick('-'), digits(6))],
];

describe('the number of a case stays as it is (DOMAIN 3)', () => {
  it.each(CASE_NUMBERS)('%s', (_kind, number) => {
    fc.assert(
      fc.property(around, number, around, (before, caseNumber, after) => {
        const text = `${before}，${caseNumber}，${after}`;
        expect(redact(text)).toBe(text);
      }),
      { seed: 20250616, numRuns: 400 },
    );
  });

  it('beside a number that is not', () => {
    expect(redact('A3799990000002025030001张拟甲379999198506120130')).toBe(
      'A3799990000002025030001张拟甲******************',
    );
  });
});

it('a text without a number or an address is the same text', () => {
  const words = fc
    .stringMatching(/^[一-龥A-Za-z0-9，。、：（）〔〕 ]{0,40}$/)
    .filter((text) => !/\d[ \d]{9,}|[镇乡道路街巷弄同村屯庄寨查区园寓舍苑木]/.test(text));
  fc.assert(
    fc.property(words, (text) => {
      expect(redact(text)).toBe(text);
    }),
    { seed: 20250616, numRuns: 500 },
  );
});
