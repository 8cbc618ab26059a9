import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { ownFault, withoutNumbers } from '#gateway/errors/client-fault.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Faults that are told of one request, at most: nothing is looked for after them, however much was sent. */
export const MOST_FAULTS = 20;

/** There are as many faults as are told. */
class Enough extends Error {}

const REQUIRED: Sentence = { zh: '必须给出，且不得为 null', en: 'must be given, and must not be null' };
const SCALARS: Readonly<Record<string, Sentence>> = {
  Int: { zh: '应为 32 位以内的整数', en: 'must be a whole number of 32 bits' },
  Float: { zh: '应为数字', en: 'must be a number' },
  Boolean: { zh: '应为 true 或 false', en: 'must be true or false' },
  String: { zh: '应为字符串', en: 'must be a string' },
  ID: { zh: '应为字符串', en: 'must be a string' },
};

/**
 * What is wrong with the variables of an operation, each a BAD_USER_INPUT: which variable, where in it, and what is allowed there. Never
 * what was given instead: it may be an identity number in the wrong place.
 */
export function variableFaults(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const faults: GraphQLError[] = [];
  try {
    for (const definition of definitions)
      findFaults(schema, definition, given, (fault) => {
        faults.push(fault);
        if (faults.length === MOST_FAULTS) throw new Enough();
      });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return faults;
}

function findFaults(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  add: (fault: GraphQLError) => void,
): void {
  const type = typeFromAST(schema, definition.type as never);
  if (!isInputType(type)) return;
  const name = definition.variable.name.value;
  const isGiven = Object.hasOwn(given, name);
  if (!isGiven && (definition.defaultValue || !isNonNullType(type))) return;
  const tell = (path: readonly (string | number)[], sentence: Sentence) =>
    add(faultAt(definition, placeOf(name, path), sentence));
  if (!isGiven) tell([], REQUIRED);
  else
    coerceInputValue(given[name], type, (path, value, error) => {
      const missing = missingField(typeAt(type, path), error);
      if (missing === undefined) tell(path, ownSentence(error) ?? allowedAt(typeAt(type, path), value));
      else tell([...path, missing], REQUIRED);
    });
}

function faultAt(definition: VariableDefinitionNode, place: string, { zh, en }: Sentence): GraphQLError {
  const fault = new GraphError('BAD_USER_INPUT', { zh: `变量 ${place} ${zh}。`, en: `The variable ${place} ${en}.` });
  return new GraphQLError(fault.message, { nodes: definition, originalError: fault });
}

/** Made of the variable's name, names of the schema's input fields and places in lists: keys that the client made up are not among them. */
function placeOf(name: string, path: readonly (string | number)[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return `$${withoutNumbers(name)}${steps.join('')}`;
}

/** The type at that place; one value may stand where a list of it is expected, and then has no place in a list. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce<GraphQLInputType>((at, step) => {
    const list = getNullableType(at);
    if (typeof step === 'number') return isListType(list) ? list.ofType : at;
    const named = getNamedType(at);
    return (isInputObjectType(named) ? named.getFields()[step]?.type : undefined) ?? at;
  }, type);
}

/** The required field that the fault is about, where it is about one that was left out. */
function missingField(type: GraphQLInputType, { message }: GraphQLError): string | undefined {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return undefined;
  return Object.values(named.getFields())
    .filter(isRequiredInputField)
    .find((field) => message === `Field "${field.name}" of required type "${field.type}" was not provided.`)?.name;
}

/** Our scalars say themselves what they take. */
function ownSentence(error: GraphQLError): Sentence | null {
  const own = ownFault(error);
  const ended = (text: string) => text.replace(/[。.]$/, '');
  return own && { zh: `不正确：${ended(own.message)}`, en: `is not valid: ${ended(own.en)}` };
}

function allowedAt(type: GraphQLInputType, value: unknown): Sentence {
  if (value === null) return REQUIRED;
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const names = named.getValues().map(({ name }) => name);
    return { zh: `应为以下之一：${names.join('、')}`, en: `must be one of ${names.join(', ')}` };
  }
  if (isInputObjectType(named)) {
    const names = Object.keys(named.getFields());
    return {
      zh: `应为只含这些字段的对象：${names.join('、')}`,
      en: `must be an object of these fields only: ${names.join(', ')}`,
    };
  }
  return SCALARS[named.name] ?? { zh: `应为 ${named.name}`, en: `must be a ${named.name}` };
}
