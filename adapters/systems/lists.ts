import { LegacyFailure } from '#adapters/connector/failures.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';
import { answersOf } from '#adapters/systems/answers.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** What became of one key of a list. */
export type Answered<Key, Answer> = readonly [Key, Answer | DepartmentError];
type Ask<Key, Answer> = (keys: readonly Key[]) => Promise<readonly Answered<Key, Answer>[]>;

/** How often all that failed is split while nothing was answered: then it is the system rather than its keys. */
const BLIND_ROUNDS = 2;

/**
 * What the system has of these keys, by key: a call for every `size` of them, each asked for once. A key that it does not return is not
 * there, and in which order it returns them does not matter.
 *
 * A list that fails because of one of its keys is split, so that only that key fails: by halves, in at most 2·log2(n) calls more; when
 * these are used up, or none of the first quarters is answered, the rest of the list fails too. One that fails because of the system is never
 * split.
 * @throws DepartmentError where the system failed, or no list could be answered
 */
export async function askInLists<Key extends string, Answer>(
  size: number,
  keys: readonly Key[],
  ask: Ask<Key, Answer>,
): Promise<Map<Key, Answer>> {
  let isAnyAnswered = false;
  const asking: Ask<Key, Answer> = async (list) => {
    const answers = await ask(list);
    isAnyAnswered = true;
    return answers;
  };
  const lists = inListsOf(size, [...new Set(keys)]);
  const answers = (await Promise.all(lists.map((list) => askSplitting(list, asking)))).flat();
  if (!isAnyAnswered) for (const [, error] of answers) throw error;
  return answersOf(answers);
}

/** Round by round: the halves of what failed are asked next. Each key's answer, or the error of the shortest list that failed with it. */
async function askSplitting<Key extends string, Answer>(
  list: readonly Key[],
  ask: Ask<Key, Answer>,
): Promise<readonly Answered<Key, Answer>[]> {
  const answers: Answered<Key, Answer>[] = [];
  let callsLeft = 2 * Math.ceil(Math.log2(list.length));
  let isAnyAnswered = false;
  let lists: (readonly Key[])[] = [list];
  for (let round = 0; lists.length > 0; round += 1) {
    const outcomes = await Promise.all(lists.map(async (keys) => ({ keys, outcome: await answerOrError(keys, ask) })));
    isAnyAnswered ||= outcomes.some(({ outcome }) => isAnswer(outcome));
    const goesOn = isAnyAnswered || round < BLIND_ROUNDS;
    lists = [];
    for (const { keys, outcome } of outcomes) {
      if (isAnswer(outcome)) answers.push(...outcome);
      else if (keys.length === 1 || callsLeft < 2 || !goesOn)
        answers.push(...keys.map((key) => [key, outcome] as const));
      else {
        callsLeft -= 2;
        lists.push(...inListsOf(Math.ceil(keys.length / 2), keys));
      }
    }
  }
  return answers;
}

/** @throws what is no fault of the keys */
async function answerOrError<Key extends string, Answer>(keys: readonly Key[], ask: Ask<Key, Answer>) {
  try {
    return await ask(keys);
  } catch (error) {
    if (error instanceof DepartmentError && isOfTheRequest(error)) return error;
    throw error;
  }
}

function isAnswer<Answer extends object>(outcome: Answer | DepartmentError): outcome is Answer {
  return !(outcome instanceof DepartmentError);
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
