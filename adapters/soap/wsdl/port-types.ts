import { type SourceElement, shown } from '#adapters/soap/bundle/source.ts';
import { WSDL } from '#adapters/soap/schema/names.ts';

/** An operation of a port type as it is written: its messages are looked up where a binding says how they travel. */
export interface AbstractOperation {
  readonly node: SourceElement;
  readonly name: string;
  readonly input: SourceElement;
  readonly inputName: string;
  readonly output: SourceElement | null;
  readonly faults: ReadonlyMap<string, SourceElement>;
}

/** WSDL 1.1 §2.4. Operations that begin with an output, where the server calls, are left out. @throws WsdlError */
export function operationsOf(portType: SourceElement): readonly AbstractOperation[] {
  return portType.elements(WSDL, 'operation').flatMap((node) => {
    const [first] = node.elements(WSDL, 'input', 'output');
    if (!first) throw node.fail(`the operation ${shown(node.required('name'))} needs an <input>`);
    return first.name.name === 'input' ? operationOf(node, first) : [];
  });
}

function operationOf(node: SourceElement, input: SourceElement): AbstractOperation {
  const name = node.required('name');
  const [, secondInput] = node.elements(WSDL, 'input');
  const [output = null, secondOutput] = node.elements(WSDL, 'output');
  const second = secondInput ?? secondOutput;
  if (second) throw second.fail(`the operation ${shown(name)} has a second ${second}`);
  const faults = new Map<string, SourceElement>();
  for (const fault of node.elements(WSDL, 'fault')) {
    const faultName = fault.required('name');
    if (faults.has(faultName)) throw fault.fail(`the fault ${shown(faultName)} is declared twice`);
    faults.set(faultName, fault);
  }
  // WSDL 1.1 §2.4.5.
  const inputName = input.attribute('name') ?? (output ? `${name}Request` : name);
  return { node, name, input, inputName, output, faults };
}

/** Names by which operations are called: an overloaded one, as Java has them, is `name:inputName`. */
export function callNames(operations: readonly AbstractOperation[]): ReadonlyMap<AbstractOperation, string> {
  const counts = new Map<string, number>();
  for (const { name } of operations) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = new Map<AbstractOperation, string>();
  const taken = new Set<string>();
  for (const operation of operations) {
    const name = counts.get(operation.name) === 1 ? operation.name : `${operation.name}:${operation.inputName}`;
    if (taken.has(name))
      throw operation.node.fail(`the operation ${shown(name)} is defined twice: give their inputs different names`);
    names.set(operation, name);
    taken.add(name);
  }
  return names;
}
