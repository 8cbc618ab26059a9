import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { businessLicenceCheck } from '#schema/identifiers/business-licence-no.ts';
import { citizenIdCheck } from '#schema/identifiers/citizen-id.ts';
import { COURT_PROVINCES, COURT_TYPE_CODES } from '#schema/identifiers/court-codes.ts';
import { IDENTIFIER_KINDS } from '#schema/identifiers/index.ts';
import { creditCodeCheck, organisationCheck } from '#schema/identifiers/unified-social-credit-code.ts';

type KindName = keyof typeof IDENTIFIER_KINDS;

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const between = (min: number, max: number, width = 0) =>
  fc.integer({ min, max }).map((n) => String(n).padStart(width, '0'));
const joined = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));
const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts);
const areas = oneOf(['379999', '439999', '449999', '159999', '629999']);

const citizenIds = joined(areas, between(1900, 2024), between(1, 12, 2), between(1, 28, 2), digits(3)).map(
  (body) => body + citizenIdCheck(body),
);
const creditCodes = fc
  .tuple(oneOf(['11', '12', '31', '32', '91']), areas, fc.stringMatching(/^FAKE[0-9A-HJ-NPQRTUWXY]{4}$/))
  .map(([head, area, body]) => `${head}${area}${body}${organisationCheck(body)}`)
  .map((body) => body + creditCodeCheck(body));

const VALID: Record<KindName, fc.Arbitrary<string>> = {
  courtCaseNo: fc.oneof(
    joined(
      '（',
      between(2016, 2099),
      '）',
      oneOf(COURT_PROVINCES),
      oneOf(['', '99', '9999']),
      oneOf(['', '知']),
      oneOf(Object.values(COURT_TYPE_CODES).flat()),
      between(1, 999_999_999),
      '号',
    ),
    joined('（', between(1950, 2015), '）', oneOf(['虚民初', '拟法刑一终']), '字第', between(1, 99_999), '号'),
  ),
  policeCaseNo: joined('A', areas, digits(6), between(1950, 2099), between(1, 12, 2), digits(4)),
  acceptanceNo: joined(oneOf(['虚检刑诉', '虚拟省院起诉']), '受〔', between(2000, 2099), '〕', areas, digits(6), '号'),
  policePersonNo: joined('R', areas, digits(6), between(1950, 2099), between(1, 12, 2), digits(4)),
  policeDocumentNo: joined(
    '虚公（',
    oneOf(['刑', '治', '法制']),
    '）',
    oneOf(['立字', '受案字', '提捕字']),
    '〔',
    between(2000, 2099),
    '〕',
    between(1, 99_999, 5),
    '号',
  ),
  unifiedAcceptanceNo: joined(areas, between(2000, 2099), digits(5), oneOf(['', '0', '12', '345', '6789'])),
  procuratorateDocumentNo: joined(
    oneOf(['虚检', '虚拟院检']),
    oneOf(['刑诉', '批捕', '刑不诉']),
    '〔',
    between(2000, 2099),
    '〕',
    oneOf(['', 'Z']),
    between(1, 99_999),
    '号',
  ),
  legalAidNo: joined('（', between(2000, 2099), '）虚法援', oneOf([...'刑民行值非']), '字第', between(1, 99_999), '号'),
  notarialCertificateNo: joined(
    '（',
    between(1950, 2099),
    '）鲁虚构',
    oneOf(['', '证民字', '证内经字']),
    '第',
    between(1, 999_999, 6),
    '号',
  ),
  businessLicenceNo: joined(areas, digits(8)).map((body) => body + businessLicenceCheck(body)),
  caseUid: joined('ZF-', digits(4), '-', digits(6)),
  legalAidId: joined('LA-', digits(4), '-', digits(6)),
  lawyerLicenceNo: joined('1', digits(4), between(1950, 2099), between(1, 9), between(0, 1), digits(6)),
  unifiedSocialCreditCode: creditCodes,
  citizenId: citizenIds,
  areaCode: joined(between(1, 8), digits(5)),
};

const BRACKETS = ['()', '[]', '（）', '〔〕', '【】', '［］', '{}', '〖〗', '﹝﹞', '﹙﹚', '〈〉', '❲❳'];

/** The same number as somebody else would type it: other brackets, full width or lower case here and there, spaces. */
const decorated = (text: string) =>
  fc
    .tuple(
      oneOf(BRACKETS),
      fc.array(oneOf(['', 'wide', 'lower', ' ', '\u3000', '\u00a0', '\n', '\u200b']), { minLength: 40, maxLength: 40 }),
    )
    .map(([[open = '', close = ''], ways]) =>
      [...text.replace(/[（〔]/g, open).replace(/[）〕]/g, close)]
        .map((character, i) => written(character, ways[i]))
        .join(''),
    );

function written(character: string, way = ''): string {
  if (way === 'wide') return character.replace(/[!-~]/, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  return way === 'lower' ? character.toLowerCase() : character + way;
}

describe.each(Object.entries(IDENTIFIER_KINDS))('%s', (name, kind) => {
  const valid = VALID[name as KindName];

  it('takes every valid number as it is, and its own answer again', () => {
    fc.assert(
      fc.property(valid, (text) => {
        expect(kind.parse(text)).toBe(text);
      }),
    );
  });

  it('takes any brackets, width, case and spaces for the same number', () => {
    const pairs = valid.chain((text) => fc.tuple(fc.constant(text), decorated(text)));
    fc.assert(
      fc.property(pairs, ([text, raw]) => {
        expect(kind.parse(raw)).toBe(text);
      }),
    );
  });

  it('never throws, and what it accepts is canonical', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), mutated(valid));
    fc.assert(
      fc.property(anything, (raw) => {
        const value = kind.parse(raw);
        expect(value === null || kind.parse(value) === value).toBe(true);
      }),
    );
  });

  it('refuses 100,000 characters of anything', () => {
    const repeated = fc
      .tuple(valid, fc.string({ unit: 'binary', minLength: 1 }))
      .map(([a, b]) => (a + b).repeat(100_000).slice(0, 100_000));
    fc.assert(
      fc.property(repeated, (raw) => {
        expect(kind.parse(raw)).toBeNull();
      }),
      { numRuns: 10 },
    );
  });
});

describe.each(['citizenId', 'unifiedSocialCreditCode', 'businessLicenceNo'] as const)('%s', (name) => {
  it('is refused with any one digit changed', () => {
    const changes = VALID[name].chain((text) => {
      const places = [...text].flatMap((character, place) => (/\d/.test(character) ? [place] : []));
      return fc.tuple(fc.constant(text), fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }));
    });
    fc.assert(
      fc.property(changes, ([text, place, step]) => {
        const digit = (Number(text.charAt(place)) + step) % 10;
        expect(IDENTIFIER_KINDS[name].parse(text.slice(0, place) + digit + text.slice(place + 1))).toBeNull();
      }),
    );
  });
});

/** Valid numbers with one character put in at some place: nearer to the edge than arbitrary text. */
function mutated(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(valid, fc.nat({ max: 40 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
    .map(([text, place, character]) => text.slice(0, place) + character + text.slice(place));
}
