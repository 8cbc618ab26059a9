import type { CheckpointFault, Problem, RecordFault } from '#auth/audit/verify/problem.ts';

/** One sentence in Chinese and English; no word of what stands in the record. */
export function sentenceOf(problem: Problem): string {
  if ('file' in problem) {
    const { zh, en } = CHECKPOINTS[problem.fault];
    return `${problem.file} 第 ${problem.line} 行${zh} / line ${problem.line} of ${problem.file} ${en}`;
  }
  const { first, last, fault } = problem;
  const { zh, en } = RECORDS[fault];
  return first === last
    ? `第 ${first} 条记录${zh} / record ${first} ${en}`
    : `第 ${first} 至 ${last} 条记录中首条有误者${zh} / the first bad one of records ${first} to ${last} ${en}`;
}

const RECORDS: Record<RecordFault, { zh: string; en: string }> = {
  edited: { zh: '被修改', en: 'was edited' },
  deleted: { zh: '被删除', en: 'was deleted' },
  inserted: { zh: '系插入', en: 'was inserted' },
  reordered: { zh: '被调换次序', en: 'was reordered' },
  truncated: { zh: '及其后各条被截去', en: 'and all behind it were truncated' },
  forked: {
    zh: '处日志分叉：同一密钥签署了两种历史',
    en: 'is where the log forked: its key signed two histories',
  },
  unvouched: { zh: '没有任何有效检查点为证', en: 'has no valid checkpoint to vouch for it' },
};

const CHECKPOINTS: Record<CheckpointFault, { zh: string; en: string }> = {
  'not-a-checkpoint': { zh: '不是检查点', en: 'is not a checkpoint' },
  'foreign-signature': { zh: '不是本日志密钥的签名', en: 'is not signed by the key of its log' },
};
