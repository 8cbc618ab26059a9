import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import { WSDL } from '#adapters/soap/schema/names.ts';
import { bodyOf, type Context, faultElements, messageOf } from '#adapters/soap/wsdl/bodies.ts';
import type { Definitions } from '#adapters/soap/wsdl/definitions.ts';
import type { Operation } from '#adapters/soap/wsdl/model.ts';
import { HTTP_TRANSPORTS, SOAP_BINDINGS } from '#adapters/soap/wsdl/names.ts';
import { type AbstractOperation, callNames, operationsOf } from '#adapters/soap/wsdl/port-types.ts';

export interface Binding {
  readonly version: '1.1' | '1.2';
  readonly operations: ReadonlyMap<string, Operation>;
}

/** WSDL 1.1 §2.5 and §3; `null` where it is not SOAP over HTTP. @throws WsdlError */
export function bindingOf(node: SourceElement, definitions: Definitions, schemas: SchemaSet): Binding | null {
  const soap = node.children.find(({ name }) => SOAP_BINDINGS.has(name.namespace) && name.name === 'binding');
  const version = soap && SOAP_BINDINGS.get(soap.name.namespace);
  if (!soap || !version || !HTTP_TRANSPORTS.includes(soap.attribute('transport') ?? '')) return null;
  const context: Context = {
    definitions,
    schemas,
    soap: soap.name.namespace,
    style: styleOf(soap, 'document'),
    namespace: definitions.namespaceOf(node),
  };
  const portType = definitions.referred('portType', node, 'type');
  const described = operationsOf(portType);
  const names = callNames(described);
  const operations = new Map<string, Operation>();
  for (const bound of node.elements(WSDL, 'operation')) {
    const operation = findOperation(bound, described, portType);
    if (!operation) continue;
    const name = names.get(operation) ?? operation.name;
    if (operations.has(name)) throw bound.fail(`the operation ${shown(name)} is bound twice`);
    operations.set(name, operationFor(bound, operation, context));
  }
  return { version, operations };
}

function operationFor(bound: SourceElement, described: AbstractOperation, binding: Context): Operation {
  const [soap] = bound.elements(binding.soap, 'operation');
  const context = { ...binding, style: soap ? styleOf(soap, binding.style) : binding.style };
  const input = bodyOf(bound, 'input', context);
  const output = described.output && bodyOf(bound, 'output', context);
  if (output && output.use !== input.use) throw bound.fail('use of <input> and <output> must be the same');
  return {
    name: described.name,
    action: soap?.attribute('soapAction') ?? '',
    style: context.style,
    use: input.use,
    input: messageOf(described.input, input, context),
    output: described.output && output && messageOf(described.output, output, context),
    faults: faultElements(bound, described.faults, context),
  };
}

/** By name, and by the name of its input where it is overloaded; `null` for one where the server calls. */
function findOperation(
  bound: SourceElement,
  described: readonly AbstractOperation[],
  portType: SourceElement,
): AbstractOperation | null {
  const name = bound.required('name');
  const named = described.filter((operation) => operation.name === name);
  const [input] = bound.elements(WSDL, 'input');
  const inputName = input?.attribute('name');
  const found = named.length > 1 ? named.find((operation) => operation.inputName === inputName) : named[0];
  if (found) return found;
  const isReversed =
    portType.elements(WSDL, 'operation').some((node) => node.attribute('name') === name) && named.length === 0;
  if (isReversed) return null;
  throw bound.fail(
    named.length > 1
      ? `the operation ${shown(name)} is overloaded: its <input> must name one of ${named.map((operation) => shown(operation.inputName)).join(', ')}`
      : `the portType has no operation ${shown(name)}`,
  );
}

function styleOf(soap: SourceElement, otherwise: Operation['style']): Operation['style'] {
  const style = soap.attribute('style') ?? otherwise;
  if (style === 'document' || style === 'rpc') return style;
  throw soap.fail(`style="${shown(style)}" must be one of: document, rpc`);
}
