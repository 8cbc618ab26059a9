import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openBundle } from '#adapters/soap/bundle/bundle.ts';
import { errorOf, filesOf } from '#adapters/soap/bundle/files.fixture.ts';

const ROOT = '<a xmlns="urn:t">\n  <b/>\n</a>';
const NOT_FETCHED = 'is not fetched: put the file into the folder of the WSDL and name it by a relative path';
const OUTSIDE =
  'the file is outside of the folder of the WSDL, and is not read: put it there and name it by a relative path';

async function bundleOf(files: Readonly<Record<string, string | Buffer>>) {
  const folder = await filesOf({ 'inside/main.xml': ROOT, 'outside.xml': '<secret/>', ...files });
  const bundle = await openBundle(join(folder, 'inside/main.xml'));
  const [at = bundle.root] = bundle.root.children;
  return { folder, bundle, at };
}

describe('a bundle', () => {
  it('has files below its folder, each once', async () => {
    const { bundle, at } = await bundleOf({
      'inside/sub/b.xml': '<b/>',
      'inside/sub/c.xml': '<c/>',
      'inside/名 字.xml': '<d/>',
    });
    const b = await bundle.load('sub/b.xml', at);
    expect([b.file, b.line, b.name.name]).toEqual(['sub/b.xml', 1, 'b']);
    expect(await bundle.load('./sub/../sub/b.xml', at)).toBe(b);
    expect((await bundle.load('c.xml', b)).name.name).toBe('c');
    expect(await bundle.load('../main.xml', b)).toBe(bundle.root);
    expect((await bundle.load('%E5%90%8D%20%E5%AD%97.xml', at)).name.name).toBe('d');
    expect((await bundle.load('名 字.xml', at)).name.name).toBe('d');
  });

  it.each([
    ['http', 'http://127.0.0.1:1/types.xsd', `"http://127.0.0.1:1/types.xsd" ${NOT_FETCHED}`],
    ['https, in capitals', 'HTTPS://example.invalid/x', `"HTTPS://example.invalid/x" ${NOT_FETCHED}`],
    ['a file by URL', 'file:///etc/passwd', `"file:///etc/passwd" ${NOT_FETCHED}`],
    ['a host', '//example.invalid/x', `"//example.invalid/x" ${NOT_FETCHED}`],
    ['any scheme', 'jar:file:x.jar!/x', `"jar:file:x.jar!/x" ${NOT_FETCHED}`],
    ['an escaped scheme', 'http%3A//127.0.0.1:1/x', `"http%3A//127.0.0.1:1/x" ${NOT_FETCHED}`],
    ['an absolute path', '/etc/passwd', OUTSIDE],
    ['the folder above', '../outside.xml', OUTSIDE],
    ['the folder above, by a detour', 'x/../../outside.xml', OUTSIDE],
    ['the folder above, escaped', '..%2Foutside.xml', OUTSIDE],
    ['what is not there', 'none.xml', 'the file does not exist'],
    ['a folder', 'sub', 'what is named is not a file'],
    ['nothing', '', '"" is not the path of a file'],
    ['half an escape', '%E5%9', '"%E5%9" is not the path of a file'],
    ['NUL', 'a%00.xml', '"a%00.xml" is not the path of a file'],
    ['a name that is too long', `${'x'.repeat(300)}.xml`, 'the file cannot be read (ENAMETOOLONG)'],
  ])('has nothing by %s', async (_what, location, reason) => {
    const { bundle, at } = await bundleOf({ 'inside/sub/x.xml': '<x/>' });
    expect(await errorOf(bundle.load(location, at))).toBe(`main.xml:2: ${reason}`);
  });

  it('follows links that stay inside, as those of mounted settings do, and no others', async () => {
    const { folder, bundle, at } = await bundleOf({ 'inside/..data/real.xml': '<real/>' });
    await symlink('..data/real.xml', join(folder, 'inside/link.xml'));
    await symlink('../outside.xml', join(folder, 'inside/out.xml'));
    await symlink('..', join(folder, 'inside/up'));
    expect((await bundle.load('link.xml', at)).name.name).toBe('real');
    expect(await errorOf(bundle.load('out.xml', at))).toBe(`main.xml:2: ${OUTSIDE}`);
    expect(await errorOf(bundle.load('up/outside.xml', at))).toBe(`main.xml:2: ${OUTSIDE}`);
  });

  it('does not wait for a pipe', async () => {
    const { folder, bundle, at } = await bundleOf({});
    await mkdir(join(folder, 'inside/p'));
    execFileSync('mkfifo', [join(folder, 'inside/p/pipe.xml')]);
    expect(await errorOf(bundle.load('p/pipe.xml', at))).toBe('main.xml:2: what is named is not a file');
  });

  it('has files of bounded size and number', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`inside/${index}.xml`, '<x/>']));
    const { bundle, at } = await bundleOf({ ...many, 'inside/large.xml': Buffer.alloc(8 * 1024 * 1024 + 1) });
    expect(await errorOf(bundle.load('large.xml', at))).toBe('main.xml:2: the file is larger than 8 MiB');
    const loads = async () => {
      for (let index = 0; index < 201; index += 1) await bundle.load(`${index}.xml`, at);
    };
    expect(await errorOf(loads())).toBe('main.xml:2: the bundle has more than 200 files');
  });

  it.each<[string, string | Buffer, string]>([
    ['malformed', '<a>\n<b></a>', '2: an end tag does not match the element that is open'],
    ['a DTD', '<!DOCTYPE a SYSTEM "x.dtd">\n<a/>', '1: a DTD is refused'],
    ['empty', '', '1: there is no element'],
    ['too deep', '<a>'.repeat(200), '1: the XML is nested too deeply'],
    [
      'in wrong bytes',
      Buffer.from('<a>\n\n\xb7</a>', 'latin1'),
      '3: there are bytes here that are not of the charset that the file declares (UTF-8 where it declares none)',
    ],
    [
      'in wrong bytes of a value',
      Buffer.from('<a\n x="\xb7"/>', 'latin1'),
      '1: there are bytes here that are not of the charset that the file declares (UTF-8 where it declares none)',
    ],
    [
      'in a charset that we do not read',
      '<?xml version="1.0" encoding="EBCDIC"?><a/>',
      '1: the file names a charset that we do not read',
    ],
  ])('says where a file is %s', async (_what, content, reason) => {
    const folder = await filesOf({ 'x.xml': content });
    expect(await errorOf(openBundle(join(folder, 'x.xml')))).toBe(`x.xml:${reason}`);
  });

  it('says it where there is no file', async () => {
    expect(await errorOf(openBundle(join(await filesOf({}), 'x.wsdl')))).toBe('x.wsdl:1: the file does not exist');
    expect(await errorOf(openBundle('/nowhere/x.wsdl'))).toBe('x.wsdl:1: the file does not exist');
  });

  it('reads files in GBK and UTF-16', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><a x="'),
      Buffer.from('b7a8', 'hex'),
      Buffer.from('"/>'),
    ]);
    const folder = await filesOf({ 'x.xml': gbk, 'y.xml': Buffer.from('\ufeff<a x="法"/>', 'utf16le') });
    expect((await openBundle(join(folder, 'x.xml'))).root.attribute('x')).toBe('法');
    expect((await openBundle(join(folder, 'y.xml'))).root.attribute('x')).toBe('法');
  });
});
