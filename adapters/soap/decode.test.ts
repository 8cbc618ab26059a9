import { describe, expect, it } from '@jest/globals';
import { decodeReply } from '#adapters/soap/decode.ts';
import type { TypeDescription } from '#adapters/soap/xml-value.ts';

const description: TypeDescription = {
  count: 'xs:string',
  list: { 'item[]': { name: 'xs:string' }, 'tag[]': 'xs:string', targetNSAlias: 'tns', targetNamespace: 'urn:x' },
};
const decode = (reply: unknown) => decodeReply(reply, description);
const unreadable = expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', retryable: false });

describe('decodeReply', () => {
  it.each<[string, unknown, unknown]>([
    ['none', null, []],
    ['one', { item: [{ name: 'a' }] }, [{ name: 'a' }]],
    ['one that soap left alone', { item: { name: 'a' } }, [{ name: 'a' }]],
    ['many', { item: [{ name: 'a' }, { name: 'b' }] }, [{ name: 'a' }, { name: 'b' }]],
    ['one without content', { item: [null] }, [{}]],
  ])('gives %s as a list', (_count, list, item) => {
    expect(decode({ count: '1', list })).toEqual({ count: '1', list: { item, tag: [] } });
  });

  it('tells an empty text from nil and from an absent element', () => {
    expect(decode({ count: '', list: null })).toEqual({ count: '', list: { item: [], tag: [] } });
    expect(decode({ count: null, list: null })).toEqual({ count: null, list: { item: [], tag: [] } });
    expect(decode({ list: null })).toEqual({ list: { item: [], tag: [] } });
  });

  it('drops what the WSDL does not declare, and takes nothing from prototypes', () => {
    const item = JSON.parse('{"name":"a","idNumber":"secret","__proto__":{"name":"b"},"constructor":"c"}');
    expect(decode({ count: '1', list: { item: [item] }, extra: 'x' })).toEqual({
      count: '1',
      list: { item: [{ name: 'a' }], tag: [] },
    });
    expect(decode({ count: '1', list: { item: [Object.create({ name: 'inherited' })] } })).toEqual({
      count: '1',
      list: { item: [{}], tag: [] },
    });
  });

  it('takes an empty wrapper for what it is', () => {
    expect(decode(null)).toEqual({});
  });

  it.each<[string, unknown]>([
    ['another element in the body', undefined],
    ['an empty body, for which soap gives the envelope', { Header: {}, Body: null }],
    ['a document that is no envelope', { error: { code: '1' } }],
    ['text for the whole reply', 'x'],
    ['elements where text is declared', { count: { deep: '1' } }],
    ['attributes beside a text', { count: { attributes: { 'xsi:type': 'xs:int' }, $value: '1' } }],
    ['two where one is declared', { count: ['1', '2'] }],
    ['text where elements are declared', { count: '1', list: 'x' }],
    ['two records where one is declared', { count: '1', list: [{}, {}] }],
  ])('refuses %s', (_what, reply) => {
    expect(() => decode(reply)).toThrow(unreadable);
  });
});
