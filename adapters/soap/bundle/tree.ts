import { LegacyFailure } from '#adapters/connector/failures.ts';
import { WsdlError } from '#adapters/soap/bundle/error.ts';
import { SourceElement } from '#adapters/soap/bundle/source.ts';
import { createBodyDecoder } from '#adapters/soap/charset/decoder.ts';
import { XmlError } from '#adapters/soap/xml/error.ts';
import { XmlReader } from '#adapters/soap/xml/reader.ts';

const LIMITS = { depth: 100, elements: 200_000, textLength: 1024 * 1024 };

/**
 * The elements of a file of the bundle, in any charset that its BOM or prolog names.
 * @throws WsdlError with the line where it is no XML that we read
 */
export function parseSource(bytes: Buffer, file: string): SourceElement {
  const open: SourceElement[] = [];
  let root: SourceElement | undefined;
  const reader = new XmlReader(
    {
      open(name, attributes, resolve) {
        const place = { file, line: reader.tagLine };
        if (attributes.some(({ value }) => value.includes('\ufffd'))) throw new WsdlError(place, WRONG_BYTES);
        const element = new SourceElement(place, name, attributes, resolve);
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text(text) {
        if (text.includes('\ufffd')) throw new WsdlError({ file, line: reader.line }, WRONG_BYTES);
      },
      close() {
        open.pop();
      },
    },
    LIMITS,
  );
  try {
    const decoder = createBodyDecoder({ contentType: '' });
    reader.write(decoder.write(bytes));
    reader.write(decoder.end());
    reader.end();
  } catch (error) {
    if (error instanceof XmlError) throw new WsdlError({ file, line: error.line }, error.reason);
    if (error instanceof LegacyFailure)
      throw new WsdlError({ file, line: 1 }, error.message.replace('the reply', 'the file'));
    throw error;
  }
  if (!root) throw new WsdlError({ file, line: 1 }, 'there is no element');
  return root;
}

const WRONG_BYTES =
  'there are bytes here that are not of the charset that the file declares (UTF-8 where it declares none)';
