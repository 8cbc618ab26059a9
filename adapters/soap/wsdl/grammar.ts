import type { Grammar } from '#adapters/soap/bundle/grammar.ts';

/** WSDL 1.1 §2, element by element. */
const rule = (attributes: readonly string[], children: readonly string[]) => ({
  attributes,
  children: [...children, 'documentation'],
});
const named = (...attributes: readonly string[]) => ['name', ...attributes];

/** What one operation holds, in a port type and in a binding. */
const OPERATION = ['input', 'output', 'fault'];

export const WSDL_GRAMMAR: Grammar = new Map([
  ['definitions', rule(named('targetNamespace'), ['import', 'types', 'message', 'portType', 'binding', 'service'])],
  ['import', rule(['namespace', 'location'], [])],
  ['types', rule([], [])],
  ['message', rule(named(), ['part'])],
  ['part', rule(named('type', 'element'), [])],
  ['portType', rule(named(), ['operation'])],
  ['binding', rule(named('type'), ['operation'])],
  ['operation', rule(named('parameterOrder'), OPERATION)],
  ['input', rule(named('message'), [])],
  ['output', rule(named('message'), [])],
  ['fault', rule(named('message'), [])],
  ['service', rule(named(), ['port'])],
  ['port', rule(named('binding'), [])],
]);
