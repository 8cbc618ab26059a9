import { openBundle } from '#adapters/soap/bundle/bundle.ts';
import { globalAttribute, globalAttributeGroup } from '#adapters/soap/schema/attribute.ts';
import { builtInElement, builtInType } from '#adapters/soap/schema/built-in.ts';
import { Compiler } from '#adapters/soap/schema/compiler.ts';
import { Declarations } from '#adapters/soap/schema/declarations.ts';
import { SchemaDocuments } from '#adapters/soap/schema/documents.ts';
import { globalElement } from '#adapters/soap/schema/element.ts';
import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import type { SchemaDocument } from '#adapters/soap/schema/node.ts';
import { globalGroup } from '#adapters/soap/schema/particle.ts';

/**
 * A schema (.xsd) with what it imports and includes, all of it checked. Only files of its folder and below are read, nothing is fetched.
 * @throws WsdlError with file, line and what is wrong
 */
export async function loadSchema(file: string): Promise<SchemaSet> {
  const bundle = await openBundle(file);
  const documents = new SchemaDocuments(bundle);
  await documents.add(bundle.root);
  return compileSchemas(documents.all);
}

/** @throws WsdlError */
export function compileSchemas(documents: readonly SchemaDocument[]): SchemaSet {
  const declarations = new Declarations();
  for (const document of documents) declarations.add(document);
  const compiler = new Compiler(declarations);
  for (const node of declarations.all('attribute').values()) globalAttribute(compiler, node);
  for (const node of declarations.all('attributeGroup').values()) globalAttributeGroup(compiler, node);
  for (const node of declarations.all('group').values()) globalGroup(compiler, node);
  for (const node of declarations.all('type').values()) compiler.typeOf(node);
  for (const node of declarations.all('element').values()) globalElement(compiler, node);
  compiler.finish();
  return {
    element(name) {
      const node = declarations.find('element', name);
      return node ? globalElement(compiler, node) : builtInElement(name);
    },
    type(name) {
      const node = declarations.find('type', name);
      return node ? compiler.typeOf(node) : builtInType(name);
    },
  };
}
