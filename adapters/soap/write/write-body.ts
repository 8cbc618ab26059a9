import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import { SOAP_1_1, type SoapVersion } from '#adapters/soap/soap-version.ts';
import type { XmlRecord, XmlValue } from '#adapters/soap/value.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { type Declaration, writeElement } from '#adapters/soap/write/element.ts';
import { shown } from '#adapters/soap/write/path.ts';
import { rootValue } from '#adapters/soap/write/root-value.ts';
import { type Rules, Writing } from '#adapters/soap/write/writing.ts';
import { wrapperType } from '#adapters/soap/wsdl/message-type.ts';
import type { Operation, Part } from '#adapters/soap/wsdl/model.ts';

/**
 * What stands in the body of a request: well-formed in itself, with its own namespace declarations, and as the WSDL has it.
 * @param args in document style with one part the content of its element (`#text` where that is text), else an entry for each part
 * @throws ArgumentError for everything that the schema does not allow, and for what XML cannot carry
 */
export function writeBody(
  operation: Operation,
  args: XmlRecord,
  schemas: SchemaSet,
  version: SoapVersion = SOAP_1_1,
): string {
  const { name, style, use, input } = operation;
  const rules: Rules = { schemas, encoding: use === 'encoded' ? version : null };
  if (style === 'rpc') {
    const wrapper = { ...NOT_NIL, name: { namespace: input.namespace, name }, type: wrapperType(input) };
    return writeElement(new Writing(rules), wrapper, args, '', true);
  }
  const [first, ...more] = input.parts;
  if (first && more.length === 0) {
    const declaration = declarationOf(first);
    return writeElement(new Writing(rules), declaration, rootValue(declaration.type, args), '', true);
  }
  return writeParts(input.parts, args, rules);
}

const NOT_NIL = { nillable: false, fixed: null };

function writeParts(parts: readonly Part[], args: XmlRecord, rules: Rules): string {
  const unknown = Object.keys(args).find((entry) => !parts.some(({ name }) => name === entry));
  if (unknown !== undefined) throw new ArgumentError(shown(unknown), 'is no part of the message', 'shape');
  return parts
    .map((part) => {
      const value = Object.hasOwn(args, part.name) ? args[part.name] : undefined;
      if (value === undefined) throw new ArgumentError(part.name, 'is required', 'shape');
      return writeElement(new Writing(rules), declarationOf(part), value as XmlValue, part.name, true);
    })
    .join('');
}

function declarationOf({ name, element, type }: Part): Declaration {
  if (element) return { ...element, type: element.type() };
  if (!type) throw new Error('a part has neither an element nor a type');
  return { ...NOT_NIL, name: { namespace: '', name }, type };
}
