import type { Problem } from '#auth/audit/verify/problem.ts';
import { sentenceOf } from '#auth/audit/verify/sentences.ts';
import type { LogReport } from '#auth/audit/verify/verify-log.ts';

/** A block for each log and a line for all together. */
export function reportLines(reports: readonly LogReport[]): string[] {
  const records = reports.reduce((sum, report) => sum + report.records, 0);
  const times = reports.flatMap(({ from, to }) => (from && to ? [from, to] : [])).sort();
  const bad = reports.filter(({ problems }) => problems.length > 0).length;
  return [
    ...reports.flatMap(blockOf),
    `合计：${reports.length} 个日志，${records} 条记录，${period(times.at(0), times.at(-1))}；${bad} 个有误 / ` +
      `together: ${reports.length} logs, ${records} records; ${bad} with problems`,
  ];
}

/** As {@link sentenceOf}, marked. */
export function problemLine(problem: Problem): string {
  return `  ✗ ${sentenceOf(problem)}`;
}

function blockOf(report: LogReport): string[] {
  const { log, records, from, to, signedTo, ownCheckpoints, checkpointsElsewhere, problems } = report;
  const unsigned = records - signedTo;
  return [
    `${log.name}：${problems.length === 0 ? '通过 / verified' : '有误 / BAD'}（${log.path}）`,
    `  ${records} 条记录，${log.files.length} 个文件，${period(from, to)} / ${records} records in ${log.files.length} files`,
    `  前 ${signedTo} 条与检查点相符：自存 ${ownCheckpoints} 个，他处 ${checkpointsElsewhere} 个 / ` +
      `the first ${signedTo} agree with checkpoints: ${ownCheckpoints} of its own, ${checkpointsElsewhere} kept elsewhere`,
    ...(unsigned > 0
      ? [`  其后 ${unsigned} 条尚无检查点为证 / for the ${unsigned} behind them no checkpoint speaks`]
      : []),
    ...problems.map(problemLine),
  ];
}

function period(from: string | null | undefined, to: string | null | undefined): string {
  return from && to ? `${from} – ${to}` : '–';
}
