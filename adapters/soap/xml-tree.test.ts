import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parseXml } from '#adapters/soap/xml-tree.ts';

const unreadable = expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false });

describe('parseXml', () => {
  it('gives elements, attributes and texts by namespace and local name', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="GBK"?>\n<p:a xmlns:p="urn:p" p:x="1" y="2"><b>t</b><p:c/></p:a>',
    );
    expect(root).toMatchObject({ namespace: 'urn:p', name: 'a', text: '' });
    expect(root.attributes.slice(1)).toEqual([
      { namespace: 'urn:p', name: 'x', value: '1' },
      { namespace: '', name: 'y', value: '2' },
    ]);
    expect(root.children).toMatchObject([
      { namespace: '', name: 'b', text: 't' },
      { namespace: 'urn:p', name: 'c', text: '' },
    ]);
  });

  it.each([
    ['entities', '&lt;&amp;&gt;&quot;&apos;', '<&>"\''],
    ['character references', '&#x20BB7;&#134071;', '𠮷𠮷'],
    [
      'CDATA, the document of another in it too',
      '<![CDATA[<?xml version="1.0"?><x>&amp;]]]]><![CDATA[></x>]]>',
      '<?xml version="1.0"?><x>&amp;]]></x>',
    ],
    ['text around a comment', '1<!-- c -->2', '12'],
    ['spaces', '  a  ', '  a  '],
    ['line ends of all sorts', 'a\r\nb\rc', 'a\nb\nc'],
  ])('keeps %s', (_what, written, text) => {
    expect(parseXml(`<a>${written}</a>`).text).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['no element', '<!-- c -->'],
    ['text alone', 'OK'],
    ['an element that is not closed', '<a><b></a>'],
    ['half a document', '<a><b>x'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>x'],
    ['a lone ampersand', '<a>a & b</a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['a lone <', '<a>1 < 2</a>'],
    ['an attribute without quotes', '<a x=1/>'],
    ['a prefix that is not bound', '<p:a/>'],
    ['a control character', '<a>\u0001</a>'],
    ['a reference to one', '<a>&#1;</a>'],
    ['half a surrogate pair', '<a>\ud842</a>'],
    ['references to halves of a pair', '<a>&#xD842;&#xDFB7;</a>'],
    ['an HTML page', '<html><br></html>'],
  ])('refuses %s', (_what, text) => {
    expect(() => parseXml(text)).toThrow(unreadable);
  });

  it.each([
    ['empty', '<!DOCTYPE a><a/>'],
    ['with entities', '<!DOCTYPE a [<!ENTITY e "x"><!ENTITY f "&e;&e;">]><a>&f;</a>'],
    ['from outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
  ])('refuses a DTD, %s', (_what, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ message: 'the XML holds a DTD' }));
  });

  it.each([
    ['deep', '<a>'.repeat(65) + '</a>'.repeat(65)],
    ['long', `<r>${'<a/>'.repeat(200_000)}</r>`],
  ])('refuses a document that is too %s', (_what, text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ message: 'the XML is too deep or too long' }));
  });

  it('leaves prototypes alone, whatever names come', () => {
    const root = parseXml(
      '<a id="__proto__" __proto__="x"><__proto__ constructor="1" hasOwnProperty="2"><x>1</x></__proto__></a>',
    );
    expect(root.children[0]).toMatchObject({ name: '__proto__', attributes: [{ value: '1' }, { value: '2' }] });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('says nothing of what stood there', () => {
    const failure = (() => {
      try {
        return parseXml('<a><张拟甲>379999198506120130</a>');
      } catch (caught) {
        return caught as Error;
      }
    })();
    expect(failure).toEqual(unreadable);
    expect(inspect(failure, { depth: null })).not.toMatch(/张拟甲|3799991985/);
  });
});
