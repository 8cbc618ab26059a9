/** `npm run audit:verify -- <folder> …` verifies audit logs from their files alone, without gateway and database. */
import { auditVerify } from '#auth/audit/verify/command.ts';

process.exitCode = await auditVerify(process.argv.slice(2), console.log);
