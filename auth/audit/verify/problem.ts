/** What is wrong with a record. */
export type RecordFault =
  /** Its content is another than what was signed. */
  | 'edited'
  | 'deleted'
  | 'inserted'
  | 'reordered'
  /** It and all behind it are missing. */
  | 'truncated'
  /** The log's key signed two histories that part here. */
  | 'forked'
  /** No checkpoint at all speaks for the records. */
  | 'unvouched';

/** What is wrong with a line of checkpoints. */
export type CheckpointFault = 'not-a-checkpoint' | 'foreign-signature';

export type Problem =
  /** The first bad record is one of these, counted from 0; both are the same where it is known exactly. */
  | { readonly fault: RecordFault; readonly first: number; readonly last: number }
  | { readonly fault: CheckpointFault; readonly file: string; readonly line: number };
