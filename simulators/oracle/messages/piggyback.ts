import { type EndToEnd, OracleError } from '#simulators/oracle/engine.ts';
import { MESSAGE, PIGGYBACK } from '#simulators/oracle/messages/codes.ts';
import { LOCATOR_LENGTH } from '#simulators/oracle/messages/lob.ts';
import type { MessageReader } from '#simulators/oracle/wire/reader.ts';

/** A function that rides in front of another. Those without an effect here are read and dropped. */
export type Piggyback =
  | { readonly kind: 'closeCursors' | 'cancelCursors'; readonly cursorIds: readonly number[] }
  | { readonly kind: 'setSchema'; readonly schema: string }
  | { readonly kind: 'freeLobs'; readonly locators: readonly Buffer[] }
  | { readonly kind: 'endToEnd'; readonly changed: EndToEnd };

/**
 * All piggybacks at the front of a request. They carry no length: each must be read field by field, or the function behind
 * them is lost.
 * @throws {OracleError} ORA-03115 for a kind that is not known here.
 */
export function readPiggybacks(reader: MessageReader): Piggyback[] {
  const piggybacks: Piggyback[] = [];
  while (reader.peek() === MESSAGE.PIGGYBACK) {
    reader.skip(1);
    const code = reader.uint8();
    reader.skip(1); // sequence number
    const piggyback = readPiggyback(reader, code);
    if (piggyback) piggybacks.push(piggyback);
  }
  return piggybacks;
}

function readPiggyback(reader: MessageReader, code: number): Piggyback | undefined {
  switch (code) {
    case PIGGYBACK.CLOSE_CURSORS:
      return { kind: 'closeCursors', cursorIds: readCursorIds(reader) };
    case PIGGYBACK.CANCEL_CURSORS:
      return { kind: 'cancelCursors', cursorIds: readCursorIds(reader) };
    case PIGGYBACK.SET_SCHEMA:
      reader.skip(1);
      reader.integer();
      return { kind: 'setSchema', schema: reader.text() };
    case PIGGYBACK.FREE_TEMPORARY_LOBS:
      return { kind: 'freeLobs', locators: readLocators(reader) };
    case PIGGYBACK.END_TO_END_ATTRIBUTES:
      return { kind: 'endToEnd', changed: readEndToEnd(reader) };
    case PIGGYBACK.APPLICATION_CONTEXT:
      return skipApplicationContext(reader);
    default:
      throw new OracleError(3115, 'unsupported network datatype or representation');
  }
}

function readCursorIds(reader: MessageReader): number[] {
  reader.skip(1);
  const count = reader.integer();
  const cursorIds: number[] = [];
  while (cursorIds.length < count) cursorIds.push(reader.integer());
  return cursorIds;
}

function readLocators(reader: MessageReader): Buffer[] {
  reader.skip(1);
  const length = reader.integer();
  reader.skip(1);
  reader.skipIntegers(3);
  reader.skip(3);
  reader.integer(); // operation
  reader.skip(1);
  reader.skipIntegers(3);
  reader.skip(1);
  for (let pointer = 0; pointer < 3; pointer += 1) readPointer(reader);
  const bytes = reader.raw(length);
  return Array.from({ length: Math.floor(length / LOCATOR_LENGTH) }, (_, index) =>
    bytes.subarray(index * LOCATOR_LENGTH, (index + 1) * LOCATOR_LENGTH),
  );
}

/** Client identifier, module and action; all else that a client tells about itself is read and dropped. */
function readEndToEnd(reader: MessageReader): EndToEnd {
  reader.skip(2);
  reader.integer(); // which of them changed, as the presence bytes say too
  const clientId = readPointer(reader);
  const module = readPointer(reader);
  const action = readPointer(reader);
  const executionContext = readPointer(reader);
  readPointer(reader);
  const clientInfo = readPointer(reader);
  readPointer(reader);
  readPointer(reader);
  const operation = readPointer(reader);
  const [client, moduleName, actionName] = [clientId, module, action, executionContext, clientInfo, operation].map(
    (length) => (length ? reader.text() : length === 0 ? '' : undefined),
  );
  return {
    ...(client !== undefined && { clientId: client }),
    ...(moduleName !== undefined && { module: moduleName }),
    ...(actionName !== undefined && { action: actionName }),
  };
}

function skipApplicationContext(reader: MessageReader): undefined {
  const hasNamespace = reader.uint8() !== 0;
  if (hasNamespace) reader.integer();
  reader.skip(1);
  const count = reader.integer();
  reader.integer(); // set or clear
  reader.skip(1);
  reader.bytes(); // namespace
  reader.pairs(count);
}

/** A presence byte and a length; @returns the length of what is present. */
function readPointer(reader: MessageReader): number | undefined {
  const isPresent = reader.uint8() !== 0;
  const length = reader.integer();
  return isPresent ? length : undefined;
}
