import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { XmlReader } from '#adapters/soap/xml/reader.ts';

type Limits = ConstructorParameters<typeof XmlReader>[1];

/** What comes of a document, in a line for each event; texts that follow one another are one. */
function read(pieces: readonly string[], limits: Limits = {}): string {
  const events: string[] = [];
  const shown = ({ namespace, name }: { namespace: string; name: string }) =>
    namespace ? `{${namespace}}${name}` : name;
  const reader = new XmlReader(
    {
      open(name, attributes) {
        events.push(
          ['<', shown(name), ...attributes.map((each) => ` ${shown(each.name)}=${each.value}`), '>'].join(''),
        );
      },
      text(text) {
        if (events.at(-1)?.startsWith('"')) events.push(`${events.pop()?.slice(0, -1)}${text}"`);
        else events.push(`"${text}"`);
      },
      close: () => events.push('</>'),
    },
    limits,
  );
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return events.join('');
}

function errorOf(document: string, limits: Limits = {}): XmlError {
  try {
    read([document], limits);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('XmlReader', () => {
  const DOCUMENT =
    '<?xml version="1.0" encoding="GBK"?>\r\n<!-- c --><p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1&#10;" y=\'a\r\nb\'><b>t&lt;&#x20BB7;</b>' +
    '<p:c/><![CDATA[<?xml?>&amp;]]]]><![CDATA[>]]><q xmlns=""><?pi x?>z</q></p:a>\n<!-- end -->';
  const EVENTS = '<{urn:p}a {urn:p}x=1\n y=a b><{urn:d}b>"t<𠮷"</><{urn:p}c></>"<?xml?>&amp;]]>"<q>"z"</></>';

  it('gives names by namespace, attributes without declarations, texts with CDATA', () => {
    expect(read([DOCUMENT])).toBe(EVENTS);
  });

  it('gives the same, wherever the pieces end', () => {
    const ends = Array.from(DOCUMENT, (_, end) => read([DOCUMENT.slice(0, end), DOCUMENT.slice(end)]));
    expect(new Set([...ends, read([...DOCUMENT]), read(DOCUMENT.split(''))])).toEqual(new Set([EVENTS]));
    expect(read(['<a>\ud842', '', '\udfb7</a>'])).toBe('<a>"𠮷"</>');
  });

  it.each([
    ['line ends of all sorts', 'a\r\nb\rc', 'a\nb\nc'],
    ['entities', '&lt;&amp;&gt;&quot;&apos;', '<&>"\''],
    ['spaces', '  a  ', '  a  '],
    ['text around a comment', '1<!-- c -->2', '12'],
    ['U+FFFD, for others to refuse', '\ufffd', '\ufffd'],
  ])('keeps %s', (_what, written, text) => {
    expect(read([`<a>${written}</a>`])).toBe(`<a>"${text}"</>`);
  });

  it('gives a resolver that stays valid', () => {
    const resolvers: ((prefix: string) => string | undefined)[] = [];
    const reader = new XmlReader({
      open: (_name, _attributes, resolve) => resolvers.push(resolve),
      text() {},
      close() {},
    });
    reader.write('<a xmlns:p="urn:1" xmlns="urn:d"><b xmlns:p="urn:2"/><c xmlns=""/></a>');
    reader.end();
    expect(
      resolvers.map((resolve) => [resolve('p'), resolve(''), resolve('xml'), resolve('q'), resolve('__proto__')]),
    ).toEqual([
      ['urn:1', 'urn:d', 'http://www.w3.org/XML/1998/namespace', undefined, undefined],
      ['urn:2', 'urn:d', 'http://www.w3.org/XML/1998/namespace', undefined, undefined],
      ['urn:1', '', 'http://www.w3.org/XML/1998/namespace', undefined, undefined],
    ]);
  });

  it('has one object for each name', () => {
    const names = new Set<unknown>();
    const reader = new XmlReader({ open: (name) => names.add(name), text() {}, close() {} });
    reader.write('<p:a xmlns:p="urn:p"><q:a xmlns:q="urn:p"/><a xmlns="urn:p"/></p:a>');
    expect(names.size).toBe(1);
  });

  const ENTITY = 'an entity is refused: only &amp;, &lt;, &gt;, &quot;, &apos; and character references are read';
  const END_TAG = 'an end tag does not match the element that is open';
  const CHARACTER = 'a character that XML does not allow, or a < in an attribute value';
  const REFERENCE = 'a reference to a character that XML does not allow';
  const LONE = 'a < stands alone or a tag is malformed: as text it must be written &lt;';
  it.each([
    ['nothing', '', 'there is no element'],
    ['no element', '<!-- c -->', 'there is no element'],
    ['text alone', 'OK', 'there is text outside of the root element'],
    ['an element that is not closed', '<a><b></a>', END_TAG],
    ['half a document', '<a><b>x', 'the document ends before its elements are closed'],
    ['half a tag', '<a/><!-- ', 'the document ends in the middle of a tag, comment or reference'],
    ['two roots', '<a/><b/>', 'there is a second root element'],
    ['text after the root', '<a/>x', 'there is text outside of the root element'],
    ['a lone ampersand', '<a>a & b</a>', 'the document ends before its elements are closed'],
    ['a lone ampersand before another', '<a>a & b;</a>', 'an & stands alone: it must be written &amp;'],
    ['an unknown entity', '<a>&nbsp;</a>', ENTITY],
    ['an entity called constructor', '<a>&constructor;</a>', ENTITY],
    ['an entity called __proto__', '<a>&__proto__;</a>', ENTITY],
    ['a lone <', '<a>1 < 2</a>', LONE],
    ['an attribute without quotes', '<a x=1/>', 'an attribute value is not in quotes'],
    ['an attribute without value', '<a x/>', 'the attributes of a tag are malformed'],
    ['an attribute twice', '<a x="1" x="2"/>', 'an attribute is given twice'],
    ['an attribute twice by namespace', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', 'an attribute is given twice'],
    ['a prefix that is not bound', '<p:a/>', 'a prefix is not bound to a namespace'],
    ['a prefix that is not bound of an attribute', '<a p:x="1"/>', 'a prefix is not bound to a namespace'],
    ['a prefix that is undone', '<a xmlns:p=""/>', 'a namespace declaration is malformed'],
    ['a namespace of wrong bytes', '<a xmlns="urn:\ufffd"/>', 'a namespace declaration is malformed'],
    ['the prefix xmlns', '<xmlns:a/>', 'a prefix is not bound to a namespace'],
    ['xml bound elsewhere', '<a xmlns:xml="urn:x"/>', 'a reserved prefix or namespace is declared'],
    ['two colons', '<a:b:c xmlns:a="u"/>', 'a name is malformed'],
    ['a colon first', '<:a/>', 'a name is malformed'],
    ['a wrong byte in a name', '<a\ufffd/>', 'a name is malformed'],
    ['a control character', '<a>\u0001</a>', CHARACTER],
    ['NUL', '<a>\u0000</a>', CHARACTER],
    ['a reference to a control character', '<a>&#1;</a>', REFERENCE],
    ['a reference beyond Unicode', '<a>&#x110000;</a>', REFERENCE],
    ['references to halves of a pair', '<a>&#xD842;&#xDFB7;</a>', REFERENCE],
    ['half of a pair', '<a>\ud842</a>', 'half of a surrogate pair'],
    ['the other half', '<a>\udfb7</a>', 'half of a surrogate pair'],
    [']]> in text', '<a>]]></a>', 'the text holds ]]>: it must be written ]]&gt;'],
    ['-- in a comment', '<a><!-- -- --></a>', 'a comment holds --'],
    [
      'an XML declaration later',
      ' <?xml version="1.0"?><a/>',
      'an XML declaration stands elsewhere than at the very beginning',
    ],
    ['an HTML page', '<html><br></html>', END_TAG],
    ['a DTD', '<!DOCTYPE a><a/>', 'a DTD is refused'],
    ['a DTD with entities', '<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;&e;">]><a>&f;</a>', 'a DTD is refused'],
    ['a DTD from outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'a DTD is refused'],
    ['a DTD too late', '<a><!DOCTYPE a></a>', 'a DTD is refused'],
  ])('refuses %s', (_what, document, reason) => {
    expect(errorOf(document).reason).toBe(reason);
  });

  it.each([
    ['where a tag ends', '<a>\n  <b></c>\n</a>', 2, 10],
    ['in lines of Windows', '<a>\r\n\r\n&x;</a>', 3, 4],
    ['where a DTD begins', '\n<!DOCTYPE a [\n\n]>\n<a/>', 2, 1],
  ])('says where: %s', (_what, document, line, column) => {
    expect(errorOf(document)).toMatchObject({ line, column });
  });

  it('knows where a tag began', () => {
    const lines: number[] = [];
    const reader = new XmlReader({ open: () => lines.push(reader.tagLine), text() {}, close() {} });
    reader.write('<a>\n<b\n x="1"\n><c/>\r\n<d\r\n/></b></a>');
    expect(lines).toEqual([1, 2, 4, 5]);
  });

  it.each([
    ['depth', { depth: 3 }, '<a><a><a><a/></a></a></a>', 'the XML is nested too deeply'],
    ['elements', { elements: 3 }, '<a><b/><b/><b/></a>', 'the XML holds too many elements'],
    ['attributes', { attributes: 2 }, '<a x="1" y="2" xmlns:z="3"/>', 'an element has too many attributes'],
    ['the length of names', { nameLength: 5 }, '<abcdef/>', 'a name is too long'],
    ['the length of attribute names', { nameLength: 5 }, '<a abcdef="1"/>', 'a name is too long'],
    ['different names', { names: 3 }, '<a><b x="1"/><c/></a>', 'the XML holds too many different names'],
    ['text', { textLength: 10 }, `<a>${'x'.repeat(11)}</a>`, 'a text or a tag is too long'],
    ['a tag that never ends', { textLength: 10 }, `<a x="${'y'.repeat(11)}`, 'a text or a tag is too long'],
    ['a comment that never ends', { textLength: 10 }, `<!-- ${'y'.repeat(11)}`, 'a text or a tag is too long'],
  ])('has a limit on %s', (_what, limits, document, reason) => {
    expect(errorOf(document, limits).reason).toBe(reason);
  });

  it('leaves prototypes alone, whatever names come', () => {
    expect(read(['<a id="__proto__" __proto__="x"><__proto__ constructor="1" hasOwnProperty="2"/></a>'])).toBe(
      '<a id=__proto__ __proto__=x><__proto__ constructor=1 hasOwnProperty=2></></>',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    '<a><张拟甲>379999198506120130</a>',
    '<a>&张拟甲379999198506120130;</a>',
    '<a 张拟甲="1" 张拟甲="379999198506120130"/>',
  ])('says nothing of what stood there', (document) => {
    expect(inspect(errorOf(document), { depth: null })).not.toMatch(/张拟甲|3799991985/);
  });
});
