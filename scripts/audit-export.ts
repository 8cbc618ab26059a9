/** `npm run audit:export -- FOLDER` writes the checkpoints that the auditor's store holds as files, to hold the logs against (`audit:verify --against`). */
import { exportCheckpoints } from '#subgraphs/access/audit/export.ts';
import { ACCESS_SCHEMA } from '#subgraphs/access/store/schema.ts';
import { Database } from '#subgraphs/kit/postgres/database.ts';

const [folder, ...rest] = process.argv.slice(2);
const { ACCESS_DATABASE_URL: url } = process.env;

if (folder === undefined || rest.length > 0 || !url) {
  process.stderr.write(
    '用法 / usage: ACCESS_DATABASE_URL=… npm run audit:export -- FOLDER\n把审计员库中的检查点写入文件夹 FOLDER / writes the checkpoints of the auditor’s store to FOLDER\n',
  );
  process.exitCode = 2;
} else {
  const database = new Database(url, ACCESS_SCHEMA);
  try {
    const counts = await exportCheckpoints(database, folder);
    for (const [log, count] of counts) process.stdout.write(`${log}: ${count} 个检查点 / ${count} checkpoints\n`);
    process.stdout.write(`写入 ${folder} / written to ${folder}\n`);
  } catch (error) {
    process.stderr.write(`导出失败 / the export failed: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}
