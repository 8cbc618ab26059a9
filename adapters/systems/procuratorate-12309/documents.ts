import { fileURLToPath } from 'node:url';
import { readDocument } from '#adapters/soap/document/read-document.ts';
import { writeDocument } from '#adapters/soap/document/write-document.ts';
import { loadSchema } from '#adapters/soap/schema/load.ts';
import type { Element } from '#adapters/soap/schema/model.ts';
import { writing } from '#adapters/soap/user-input.ts';
import type { XmlContent, XmlRecord, XmlValue } from '#adapters/soap/value.ts';

const XSD = fileURLToPath(new URL('./documents.xsd', import.meta.url));

/** The documents in the strings of an operation: `QQ` 请求 goes out, `XY` 响应 comes back. */
export interface Documents {
  /** @throws ArgumentError where it does not fit the schema, GraphError BAD_USER_INPUT where XML cannot carry it */
  write(operation: string, content: XmlRecord): string;
  /** @throws LegacyFailure DEPARTMENT_DATA_INVALID where it is no such document */
  read(operation: string, text: XmlValue | XmlContent | undefined): XmlRecord;
}

/** @throws Error where the schema cannot be read */
export async function loadDocuments(): Promise<Documents> {
  const schemas = await loadSchema(XSD);

  /** The root has one name, and in each operation another type. */
  function root(name: 'QQ' | 'XY', operation: string): Element {
    const type = schemas.type({ namespace: '', name: `${operation}-${name}` });
    if (type === undefined) throw new TypeError(`the schema has no ${name} of ${operation}`);
    const isPlain = { nillable: false, abstract: false, fixed: null, default: null, substitutes: () => [] };
    return { ...isPlain, name: { namespace: '', name }, type: () => type };
  }

  return {
    write: (operation, content) =>
      writing(() => writeDocument(root('QQ', operation), content, { charset: 'GBK', schemas })),
    read: (operation, text) => readDocument(text, root('XY', operation), schemas),
  };
}
