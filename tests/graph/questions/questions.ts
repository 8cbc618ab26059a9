import { expect } from '@jest/globals';
import { readOperation } from '#demo/operations.ts';
import { SYSTEMS, type SystemName } from '#schema/departments.ts';
import { as, type Question } from '#tests/harness/ask.ts';
import { standIn } from '#tests/harness/stand-in.ts';

type Data = Readonly<Record<string, unknown>>;

/** Opaque ids, which nobody may rely on. */
export const PARTY_UID: unknown = expect.stringMatching(/^PT-[\w-]{43}$/);
export const documentUidOf = (system: SystemName): unknown =>
  expect.stringMatching(new RegExp(`^${system}:\\w[\\w-]+$`));

export interface Asker {
  readonly user: string;
  readonly purpose: string;
}

/** The data of an answer without errors. */
export async function answerTo(question: Question, { user, purpose }: Asker): Promise<Data> {
  const { status, data, errors } = await as(user, { purpose }).ask(question);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data ?? {};
}

/** A reference question as its file has it: asked by its user, for its purpose, with its variables, unless others are given. */
export async function askReference(
  name: string,
  { variables, ...asker }: Partial<Asker> & { readonly variables?: Data } = {},
): Promise<Data> {
  const operation = readOperation(name);
  return answerTo({ query: operation.query, variables: variables ?? operation.variables }, { ...operation, ...asker });
}

export type Calls = Readonly<Partial<Record<SystemName, Readonly<Record<string, number>>>>>;

/** Calls of each legacy system by operation while the work is done; systems that are not called are left out. */
export async function callsDuring(work: () => Promise<unknown>): Promise<Calls> {
  const calls: Record<string, Readonly<Record<string, number>>> = {};
  const counted = SYSTEMS.reduceRight<() => Promise<unknown>>(
    (rest, system) => async () => {
      const during = await standIn(system).callsDuring(rest);
      if (Object.keys(during).length > 0) calls[system] = during;
    },
    work,
  );
  await counted();
  return calls;
}
