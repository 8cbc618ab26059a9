import { ANY_SIMPLE_TYPE, builtInAttribute, isBuiltInNamespace } from '#adapters/soap/schema/built-in.ts';
import { clark, parseClark } from '#adapters/soap/schema/clark.ts';
import type { AttributeUses, Compiler } from '#adapters/soap/schema/compiler.ts';
import { defaultForm, valueConstraint } from '#adapters/soap/schema/element.ts';
import type { Attribute, QName } from '#adapters/soap/schema/model.ts';

import type { SchemaNode } from '#adapters/soap/schema/node.ts';

/** The attributes that stand in a type, extension, restriction or attributeGroup, groups written out. @throws WsdlError */
export function attributesIn(compiler: Compiler, node: SchemaNode): AttributeUses {
  const uses = new Map<string, Attribute | null>();
  let any = node.one('anyAttribute') !== undefined;
  const add = (key: string, use: Attribute | null, at: SchemaNode) => {
    if (uses.has(key)) throw at.fail(`the attribute ${parseClark(key).name} is declared twice in ${node.source}`);
    uses.set(key, use);
  };
  for (const child of node.those('attribute')) {
    const attribute = attributeOf(compiler, child);
    const isProhibited = child.text('use') === 'prohibited';
    add(clark(attribute.name), isProhibited ? null : attribute, child);
  }
  for (const child of node.those('attributeGroup')) {
    const group = groupOf(compiler, child);
    any ||= group.any;
    for (const [key, use] of group.uses) add(key, use, child);
  }
  return { uses, any };
}

export function globalAttributeGroup(compiler: Compiler, declared: SchemaNode): AttributeUses {
  return compiler.attributeGroups.of(declared, 'the attributeGroup holds itself', () =>
    attributesIn(compiler, declared),
  );
}

function groupOf(compiler: Compiler, node: SchemaNode): AttributeUses {
  const name = node.reference('ref');
  if (!name) throw node.fail('<attributeGroup> needs the attribute ref here');
  const declared = compiler.declarations.find('attributeGroup', name);
  if (declared) return globalAttributeGroup(compiler, declared);
  // Such as soapenc:commonAttributes: they are not described one by one.
  if (isBuiltInNamespace(name.namespace)) return { uses: new Map(), any: true };
  throw node.fail(compiler.declarations.missing('attributeGroup', name));
}

/** Part 1 §3.2.2. */
function attributeOf(compiler: Compiler, node: SchemaNode): Attribute {
  const required = node.choice('use', ['optional', 'required', 'prohibited'], 'optional') === 'required';
  const reference = node.reference('ref');
  if (!reference) return { ...localAttribute(compiler, node), required };
  if (node.text('name') !== undefined || node.text('type') !== undefined) {
    throw node.fail('<attribute> with ref has no name or type of its own');
  }
  const referred = referredAttribute(compiler, reference, node);
  const { fixed, default: byDefault } = valueConstraint(node);
  return { ...referred, required, fixed: fixed ?? referred.fixed, default: byDefault ?? referred.default };
}

function referredAttribute(compiler: Compiler, name: QName, at: SchemaNode): Attribute {
  const declared = compiler.declarations.find('attribute', name);
  if (declared) return globalAttribute(compiler, declared);
  const builtIn = builtInAttribute(name);
  if (!builtIn) throw at.fail(compiler.declarations.missing('attribute', name));
  return builtIn;
}

export function globalAttribute(compiler: Compiler, declared: SchemaNode): Attribute {
  return compiler.attributes.of(declared, 'the attribute is declared by itself', () =>
    declaredAttribute(compiler, declared, declared.globalName()),
  );
}

function localAttribute(compiler: Compiler, node: SchemaNode): Attribute {
  const form = node.choice('form', ['qualified', 'unqualified'], defaultForm(node, 'attributeFormDefault'));
  const namespace = form === 'qualified' ? node.document.namespace : '';
  return declaredAttribute(compiler, node, { namespace, name: node.ncName() });
}

function declaredAttribute(compiler: Compiler, node: SchemaNode, name: QName): Attribute {
  const reference = node.reference('type');
  const inner = node.one('simpleType');
  if (reference && inner)
    throw inner.fail(`${node} has the attribute type already: <simpleType> may stand only instead of it`);
  const type = compiler.later(() => {
    if (reference) return compiler.simpleType(reference, node);
    return inner ? compiler.simpleTypeOf(inner) : ANY_SIMPLE_TYPE;
  });
  return { name, type, required: false, ...valueConstraint(node) };
}
