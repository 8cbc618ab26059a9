import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/**
 * What `write` writes. Entries that the schema does not have are a mistake of the program; a text that is not of its type came from a
 * user, who may write another.
 * @throws ArgumentError for the former, GraphError BAD_USER_INPUT with it as the cause for the latter
 */
export function writing<Written>(write: () => Written): Written {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof ArgumentError) || error.kind === 'shape') throw error;
    throw new GraphError('BAD_USER_INPUT', {
      zh: '输入含有不允许的控制字符，或不符合对方系统规定的长度或格式。',
      en: 'The input holds control characters, which are not allowed, or is not of the length or form that the other system demands.',
      cause: error,
    });
  }
}
