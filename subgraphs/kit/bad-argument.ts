import { GraphError } from '#schema/errors/graph-error.ts';

/** What an argument must be, as the end of a sentence that begins with it in Chinese and in English. It never repeats what was given. */
export function badArgument(name: string, zh: string, en: string): GraphError {
  return new GraphError('BAD_USER_INPUT', { zh: `参数 ${name} ${zh}。`, en: `The argument ${name} ${en}.` });
}
