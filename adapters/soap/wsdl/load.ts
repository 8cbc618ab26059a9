import { openBundle } from '#adapters/soap/bundle/bundle.ts';
import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import { SchemaDocuments } from '#adapters/soap/schema/documents.ts';
import { compileSchemas } from '#adapters/soap/schema/load.ts';
import { WSDL } from '#adapters/soap/schema/names.ts';
import { type Binding, bindingOf } from '#adapters/soap/wsdl/bindings.ts';
import { Definitions } from '#adapters/soap/wsdl/definitions.ts';
import { partsOf } from '#adapters/soap/wsdl/messages.ts';
import type { ServiceDescription, ServicePort } from '#adapters/soap/wsdl/model.ts';

/**
 * A WSDL 1.1 with its schemas and all that they import, all of it checked. Only files of its folder and below are read, nothing is
 * fetched. An operation that is overloaded has `name:inputName` in the map of its port; extensions that are not SOAP's are left out.
 * @throws WsdlError with file, line and what is wrong
 */
export async function loadService(file: string): Promise<ServiceDescription> {
  const bundle = await openBundle(file);
  const documents = new SchemaDocuments(bundle);
  const definitions = new Definitions(bundle, documents);
  await definitions.add(bundle.root);
  const schemas = compileSchemas(documents.all);
  for (const message of definitions.all('message').values()) partsOf(message, schemas);
  const bindings = new Map<SourceElement, Binding | null>();
  for (const node of definitions.all('binding').values()) bindings.set(node, bindingOf(node, definitions, schemas));
  const ports = [...definitions.all('service').values()].flatMap((service) => portsOf(service, definitions, bindings));
  if (ports.length === 0) throw bundle.root.fail('there is no <service> with a <port> whose binding is SOAP over HTTP');
  return { schemas, ports };
}

/** WSDL 1.1 §2.6 and §2.7. */
function portsOf(
  service: SourceElement,
  definitions: Definitions,
  bindings: ReadonlyMap<SourceElement, Binding | null>,
): readonly ServicePort[] {
  const seen = new Set<string>();
  return service.elements(WSDL, 'port').flatMap((node) => {
    const name = node.required('name');
    if (seen.has(name)) throw node.fail(`the port ${shown(name)} is defined twice in its service`);
    seen.add(name);
    const binding = bindings.get(definitions.referred('binding', node, 'binding'));
    const address = node.children.find((child) => child.name.name === 'address')?.attribute('location') ?? null;
    return binding ? [{ service: service.required('name'), name, address, ...binding }] : [];
  });
}
