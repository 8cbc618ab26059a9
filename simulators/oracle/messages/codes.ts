/** The numbers of TTC: message types, functions, and option bits. */

/** First byte of a message, in either direction. */
export const MESSAGE = {
  PROTOCOL: 1,
  DATA_TYPES: 2,
  FUNCTION: 3,
  ERROR: 4,
  ROW_HEADER: 6,
  ROW_DATA: 7,
  PARAMETER: 8,
  STATUS: 9,
  IO_VECTOR: 11,
  LOB_DATA: 14,
  DESCRIBE: 16,
  PIGGYBACK: 17,
  ONE_WAY_FUNCTION: 26,
} as const;

export const FUNCTION = {
  REEXECUTE: 4,
  FETCH: 5,
  LOGOFF: 9,
  COMMIT: 14,
  ROLLBACK: 15,
  REEXECUTE_AND_FETCH: 78,
  EXECUTE: 94,
  LOB_OPERATION: 96,
  AUTH_PHASE_TWO: 115,
  AUTH_PHASE_ONE: 118,
  PING: 147,
  SESSION_RELEASE: 163,
} as const;

/** Functions that ride in front of another one and get no reply. */
export const PIGGYBACK = {
  FREE_TEMPORARY_LOBS: 96,
  CLOSE_CURSORS: 105,
  CANCEL_CURSORS: 120,
  END_TO_END_ATTRIBUTES: 135,
  SET_SCHEMA: 152,
  APPLICATION_CONTEXT: 154,
} as const;

export const EXECUTE_OPTION = {
  PARSE: 0x01,
  DEFINE: 0x10,
  EXECUTE: 0x20,
  FETCH: 0x40,
  COMMIT: 0x100,
  DESCRIBE_ONLY: 0x20000,
  BATCH_ERRORS: 0x80000,
} as const;

/** In the ninth of an execute's parameters: the client wants one row count per iteration. */
export const EXECUTE_FLAG_ROW_COUNTS = 0x4000;
/** In the second flags of a re-execute: commit afterwards. */
export const REEXECUTE_FLAG_COMMIT = 0x01;
/** In the call status that ends each reply. */
export const CALL_STATUS_IN_TRANSACTION = 0x02;

export const CHARSET_UTF8 = 873;
export const CHARSET_UTF16 = 2000;

/** In bytes: beyond it a bind comes behind the others of its row, and a column's value carries indicators. */
export const MAX_STRING_LENGTH = 32_767;
