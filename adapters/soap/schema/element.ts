import { ANY_TYPE, builtInElement } from '#adapters/soap/schema/built-in.ts';
import type { Compiler } from '#adapters/soap/schema/compiler.ts';
import type { Element, QName, Type } from '#adapters/soap/schema/model.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';

/** The global element that `at` refers to. @throws WsdlError */
export function referredElement(compiler: Compiler, name: QName, at: SchemaNode): Element {
  const node = compiler.declarations.find('element', name);
  if (node) return globalElement(compiler, node);
  const builtIn = builtInElement(name);
  if (!builtIn) throw at.fail(compiler.declarations.missing('element', name));
  return builtIn;
}

export function globalElement(compiler: Compiler, node: SchemaNode): Element {
  return compiler.elements.of(node, 'the element is declared by itself', () => {
    for (const attribute of ['ref', 'minOccurs', 'maxOccurs', 'form']) {
      if (node.text(attribute) !== undefined) throw node.fail(`a global ${node} has no attribute ${attribute}`);
    }
    const substitutes = compiler.later(() =>
      compiler.substitutions.membersOf(node).map((member) => globalElement(compiler, member)),
    );
    return { ...elementOf(compiler, node, node.globalName()), substitutes };
  });
}

/** An element that is declared where it stands. */
export function localElement(compiler: Compiler, node: SchemaNode): Element {
  const form = node.choice('form', ['qualified', 'unqualified'], defaultForm(node, 'elementFormDefault'));
  const namespace = form === 'qualified' ? node.document.namespace : '';
  return elementOf(compiler, node, { namespace, name: node.ncName() });
}

/** Whether local declarations are qualified where they do not say it. */
export function defaultForm(node: SchemaNode, attribute: 'elementFormDefault' | 'attributeFormDefault') {
  const form = node.document.root.attribute(attribute) ?? 'unqualified';
  if (form === 'qualified' || form === 'unqualified') return form;
  throw node.document.root.fail(`${attribute} must be one of: qualified, unqualified`);
}

function elementOf(compiler: Compiler, node: SchemaNode, name: QName): Element {
  const reference = node.reference('type');
  const inner = node.one('simpleType', 'complexType');
  if (reference && inner)
    throw inner.fail(`${node} has the attribute type already: ${inner.source} may stand only instead of it`);
  const head = compiler.substitutions.headOf(node);
  if (reference) compiler.checkType(reference, node);
  return {
    name,
    type: compiler.later((): Type => {
      if (reference) return compiler.type(reference, node);
      if (inner) return compiler.typeOf(inner);
      return head ? globalElement(compiler, head).type() : ANY_TYPE;
    }),
    nillable: node.boolean('nillable'),
    abstract: node.boolean('abstract'),
    ...valueConstraint(node),
    substitutes: () => [],
  };
}

/** `default` and `fixed` of an element or attribute. */
export function valueConstraint(node: SchemaNode): { readonly fixed: string | null; readonly default: string | null } {
  const fixed = node.source.untrimmed('fixed') ?? null;
  const byDefault = node.source.untrimmed('default') ?? null;
  if (fixed !== null && byDefault !== null) throw node.fail(`${node} may have default or fixed, not both`);
  return { fixed, default: byDefault };
}
