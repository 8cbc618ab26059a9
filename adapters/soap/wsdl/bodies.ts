import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import type { Element, SchemaSet } from '#adapters/soap/schema/model.ts';
import { WSDL } from '#adapters/soap/schema/names.ts';
import type { Definitions } from '#adapters/soap/wsdl/definitions.ts';
import { partsOf } from '#adapters/soap/wsdl/messages.ts';
import type { Message, Operation, Part } from '#adapters/soap/wsdl/model.ts';
import { partElement } from '#adapters/soap/wsdl/part-element.ts';

export interface Context {
  readonly definitions: Definitions;
  readonly schemas: SchemaSet;
  /** Namespace of the binding's elements. */
  readonly soap: string;
  readonly style: Operation['style'];
  /** The target namespace of the file where the binding stands. */
  readonly namespace: string;
}

/** How one direction of a bound operation travels (WSDL 1.1 §3.5, §3.7), as it is written. */
export interface Body {
  readonly node: SourceElement;
  readonly use: Operation['use'];
  readonly headers: readonly SourceElement[];
}

/** Attachments (`mime:multipartRelated`) are looked through for the body. @throws WsdlError */
export function bodyOf(bound: SourceElement, direction: 'input' | 'output', { soap }: Context): Body {
  const [holder] = bound.elements(WSDL, direction);
  if (!holder) throw bound.fail(`the operation ${shown(bound.required('name'))} needs an <${direction}>`);
  const node = descendants(holder).find(({ name }) => name.namespace === soap && name.name === 'body');
  if (!node) throw holder.fail(`<${direction}> needs a <body> of the namespace ${soap}`);
  const headers = descendants(holder).filter(({ name }) => name.namespace === soap && name.name === 'header');
  return { node, use: useOf(node), headers };
}

function descendants(element: SourceElement): readonly SourceElement[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}

function useOf(node: SourceElement): Operation['use'] {
  const use = node.attribute('use') ?? 'literal';
  if (use === 'literal' || use === 'encoded') return use;
  throw node.fail(`use="${shown(use)}" must be one of: literal, encoded`);
}

/** @param described the input or output of the port type @throws WsdlError */
export function messageOf(described: SourceElement, body: Body, context: Context): Message {
  const message = context.definitions.referred('message', described, 'message');
  const all = partsOf(message, context.schemas);
  const headers = body.headers.map((node) => headerOf(node, context));
  const inHeaders = new Set(headers.filter((header) => header.message === message).map(({ part }) => part.name));
  const chosen = body.node.attribute('parts');
  const names =
    chosen?.split(/\s+/).filter((name) => name !== '') ?? [...all.keys()].filter((name) => !inHeaders.has(name));
  const parts = names.map((name) => partNamed(all, name, body.node));
  if (context.style === 'document') checkDocument(message, parts);
  return {
    namespace: context.style === 'rpc' ? (body.node.attribute('namespace') ?? context.namespace) : '',
    parts,
    headers: headers.map(({ part }) => part),
  };
}

function checkDocument(message: SourceElement, parts: readonly Part[]): void {
  const typed = parts.find(({ element }) => !element);
  if (!typed) return;
  const at = message.elements(WSDL, 'part').find((node) => node.attribute('name') === typed.name) ?? message;
  throw at.fail(`the part ${shown(typed.name)} has a type: in style document it needs the attribute element`);
}

function headerOf(node: SourceElement, { definitions, schemas }: Context) {
  const message = definitions.referred('message', node, 'message');
  return { message, part: partNamed(partsOf(message, schemas), node.required('part'), node) };
}

function partNamed(parts: ReadonlyMap<string, Part>, name: string, at: SourceElement): Part {
  const part = parts.get(name);
  if (part) return part;
  throw at.fail(`the message has no part ${shown(name)}; it has: ${[...parts.keys()].map(shown).join(', ') || 'none'}`);
}

/** What stands in the details of declared faults: elements, or in RPC style parts with a type, which stand there as elements (§3.6). */
export function faultElements(
  bound: SourceElement,
  faults: ReadonlyMap<string, SourceElement>,
  context: Context,
): readonly Element[] {
  return [...faults].flatMap(([name, described]) => {
    const message = context.definitions.referred('message', described, 'message');
    const holder = bound.elements(WSDL, 'fault').find((node) => node.attribute('name') === name);
    const namespace = holder?.elements(context.soap, 'fault')[0]?.attribute('namespace') ?? '';
    return [...partsOf(message, context.schemas).values()].map((part) => partElement(part, namespace));
  });
}
