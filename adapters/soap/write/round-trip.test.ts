import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { documentWire, rpcWire } from '#adapters/soap/read/wire.fixture.ts';
import type { XmlContent, XmlRecord, XmlValue } from '#adapters/soap/value.ts';
import { lacksXmlCharacter } from '#adapters/soap/xml/escape.ts';

/** What XML can carry. U+FFFD is left out: read, it is a loss that somebody else made. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '<![CDATA[x]]>',
      ']]>',
      '</a>',
      '<?php x?>',
      '&lt;&#0;',
      '<!-- -->',
      '{env.HOME}',
      '\r\n\t ',
      '㛃拟𠮷',
      '$xml',
      'xsi:nil="true"',
    ),
  )
  .filter((each) => lacksXmlCharacter(each) === null && !each.includes('\ufffd'));

const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  string: text,
  integer: fc.bigInt().map((n) => `00${n < 0n ? -n : n}`),
  decimal: fc.tuple(fc.bigInt(), fc.nat()).map(([whole, fraction]) => `${whole}.${fraction}0`),
  boolean: fc.constantFrom('true', 'false', '1', '0'),
  date: fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((day) => `${day.toISOString().slice(0, 10)}+08:00`),
  dateTime: fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 19)),
  base64Binary: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
  hexBinary: fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('hex')),
  QName: fc.constantFrom('a', '{urn:x}案号', '{urn:t}b'),
};

/** A type as a schema writes it, and what makes values of it. */
interface Sort {
  /** Attributes and content of the element that has it. */
  readonly written: string;
  value(draw: fc.GeneratorValue): XmlValue;
}

function simple(draw: fc.GeneratorValue): Sort {
  const type = draw(fc.constantFrom, ...Object.keys(TEXTS));
  const isNillable = draw(fc.boolean);
  const values = TEXTS[type] ?? text;
  return {
    written: `type="xs:${type}" nillable="${isNillable}">`,
    value: (drawn) => (isNillable && drawn(fc.boolean) ? null : drawn(() => values)),
  };
}

function complex(draw: fc.GeneratorValue, depth: number): Sort {
  const content = inside(draw, depth);
  return { written: `><xs:complexType>${content.written}</xs:complexType>`, value: content.record };
}

interface Inside {
  readonly written: string;
  record(draw: fc.GeneratorValue): XmlRecord;
}

/** Content and attributes of a complex type. */
function inside(draw: fc.GeneratorValue, depth: number): Inside {
  const kind = draw(fc.constantFrom, 'sequence', 'all', 'choice', 'repeated', 'text');
  if (kind === 'text') return textWithAttribute();
  const fields = Array.from({ length: draw(fc.integer, { min: 1, max: 4 }) }, (_, index) => {
    const isMany = (kind === 'sequence' || kind === 'choice') && draw(fc.boolean);
    const sort = depth > 0 && draw(fc.boolean) ? complex(draw, depth - 1) : simple(draw);
    return { name: `f${index}`, isMany, isOptional: draw(fc.boolean), sort };
  });
  const written = fields.map(({ name, isMany, isOptional, sort }) => {
    const occurs = `minOccurs="${isOptional ? 0 : 1}" maxOccurs="${isMany ? 'unbounded' : 1}"`;
    return `<xs:element name="${name}" ${occurs} ${sort.written}</xs:element>`;
  });
  const repeats = 'minOccurs="0" maxOccurs="unbounded"';
  const group = kind === 'repeated' ? `<xs:choice ${repeats}>` : `<xs:${kind}>`;
  return {
    written: `${group}${written.join('')}</xs:${kind === 'repeated' ? 'choice' : kind}>`,
    record(drawn) {
      if (kind === 'repeated' && fields.length > 1) {
        const content = Array.from({ length: drawn(fc.integer, { min: 0, max: 4 }) }, () => {
          const field = drawn(fc.constantFrom, ...fields);
          return [field.name, field.sort.value(drawn)] as const;
        });
        return { '#content': content };
      }
      const chosen = kind === 'choice' ? [drawn(fc.constantFrom, ...fields)] : fields;
      return Object.fromEntries(
        fields.flatMap(({ name, isMany, isOptional, sort }): [string, XmlValue][] => {
          const isGiven = chosen.some((field) => field.name === name) && !(isOptional && drawn(fc.boolean));
          if (isMany || kind === 'repeated') return [[name, isGiven ? [sort.value(drawn), sort.value(drawn)] : []]];
          return isGiven ? [[name, sort.value(drawn)]] : [];
        }),
      );
    },
  };
}

function textWithAttribute(): Inside {
  const extension = '<xs:extension base="xs:string"><xs:attribute name="a"/></xs:extension>';
  return {
    written: `<xs:simpleContent>${extension}</xs:simpleContent>`,
    record: (drawn) => ({ '#text': drawn(() => text), ...(drawn(fc.boolean) && { '@a': drawn(() => text) }) }),
  };
}

const RUNS = { numRuns: 60, seed: 20240607 };
const TIMES = [1, 2, 3];

it('what is written in document/literal is read as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const content = inside(draw, 2);
      const form = draw(fc.constantFrom, 'qualified' as const, 'unqualified' as const);
      const wire = await documentWire(content.written, '', form);
      for (const _time of TIMES) {
        const record = content.record(draw);
        expect(wire.read(wire.writeReply(record))).toEqual(record);
      }
    }),
    RUNS,
  );
});

it('what is written in RPC/encoded is read as it was', async () => {
  const array = (item: string) =>
    `<xs:complexType name="Array"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="${item}[]"/></xs:restriction></xs:complexContent></xs:complexType>`;
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const content = inside(draw, 2);
      const types = `<xs:complexType name="T">${content.written}</xs:complexType>${array('t:T')}`;
      const wire = await rpcWire(
        { one: 't:T', many: 't:Array' },
        'encoded',
        types,
        draw(fc.constantFrom, '1.1' as const, '1.2' as const),
      );
      for (const _time of TIMES) {
        const many = Array.from({ length: draw(fc.integer, { min: 0, max: 3 }) }, () => content.record(draw));
        const record = { one: content.record(draw), many };
        expect(wire.read(wire.writeReply(record))).toEqual(record);
      }
    }),
    RUNS,
  );
});

it('any text arrives as that text and nothing else, wherever it stands', async () => {
  const types =
    '<xs:complexType name="M" mixed="true"><xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:complexType><xs:complexType name="A"><xs:attribute name="a"/></xs:complexType>';
  const wire = await documentWire(
    '<xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="at" type="t:A"/><xs:element name="m" type="t:M"/><xs:any processContents="lax"/></xs:sequence>',
    types,
  );
  fc.assert(
    fc.property(text, (value) => {
      const mixed: XmlContent = value === '' ? [['b', value]] : [value, ['b', value], value];
      const record = {
        a: value,
        at: { '@a': value },
        m: { '#content': mixed },
        '#content': [['x', { '@{urn:y}z': value, '#text': value }]] as XmlContent,
      };
      expect(wire.reply(wire.writeReply(record))).toEqual({ kind: 'answer', record, undeclared: 0 });
    }),
    { numRuns: 500, seed: 20240607 },
  );
});
