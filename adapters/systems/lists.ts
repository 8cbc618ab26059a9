import { LegacyFailure } from '#adapters/connector/failures.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';
import { answersOf } from '#adapters/systems/answers.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** What became of one key of a list. */
export type Answered<Key, Answer> = readonly [Key, Answer | DepartmentError];
type Ask<Key, Answer> = (keys: readonly Key[]) => Promise<readonly Answered<Key, Answer>[]>;

/**
 * What the system has of these keys, by key: a call for every `size` of them, each asked for once. A key that it does not return is not
 * there, and in which order it returns them does not matter.
 *
 * A list that fails because of one of its keys is split, so that only that key fails: by halves, in at most 2·log2(n) calls more; when
 * these are used up, the rest of the list fails too. One that fails because of the system is never split.
 * @throws DepartmentError where the system failed, or no key of a list could be answered
 */
export async function askInLists<Key extends string, Answer>(
  size: number,
  keys: readonly Key[],
  ask: Ask<Key, Answer>,
): Promise<Map<Key, Answer>> {
  const lists = inListsOf(size, [...new Set(keys)]);
  const answers = await Promise.all(lists.map((list) => askSplitting(list, ask)));
  return answersOf(answers.flat());
}

async function askSplitting<Key extends string, Answer>(
  list: readonly Key[],
  ask: Ask<Key, Answer>,
): Promise<readonly Answered<Key, Answer>[]> {
  let callsLeft = 2 * Math.ceil(Math.log2(list.length));
  let isAnyAnswered = false;

  /** Each key's answer, or the error of the shortest list that failed with it. */
  async function answersFor(keys: readonly Key[]): Promise<readonly Answered<Key, Answer>[]> {
    try {
      const answers = await ask(keys);
      isAnyAnswered = true;
      return answers;
    } catch (error) {
      if (!(error instanceof DepartmentError) || !isOfTheRequest(error) || list.length === 1) throw error;
      if (keys.length === 1 || callsLeft < 2) return keys.map((key) => [key, error] as const);
      callsLeft -= 2;
      const halves = inListsOf(Math.ceil(keys.length / 2), keys);
      return (await Promise.all(halves.map(answersFor))).flat();
    }
  }

  const answers = await answersFor(list);
  if (!isAnyAnswered) for (const [, error] of answers) throw error;
  return answers;
}

/** Whether the system lives and it is the request or its answer that is wrong: another list may fare better. */
function isOfTheRequest({ code, retryable, cause }: DepartmentError): boolean {
  if (code === 'DEPARTMENT_DATA_INVALID') return true;
  const isOurs = cause instanceof TurnedAway || (cause instanceof LegacyFailure && cause.accountRefused);
  return !retryable && !isOurs;
}

/** Lists of at most `size` items, in order: a legacy operation takes no longer ones. */
function inListsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  const lists = Math.ceil(items.length / size);
  return Array.from({ length: lists }, (_, index) => items.slice(index * size, (index + 1) * size));
}
