/** `check-leftovers.mjs FOLDER VARIABLE=PORT …` fails where a process of the folder still runs, or one of the ports is still taken. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const [folder, ...ports] = process.argv.slice(2);
// As root, PostgreSQL's files may lie elsewhere; this names the place.
const location = join(folder, '.data', 'postgres', 'location');
const folders = existsSync(location) ? [folder, readFileSync(location, 'utf8').trim()] : [folder];

/** A line for each process but this one: its id, its command, and on Linux the folder it is in. */
function processes() {
  const linux = existsSync('/proc/self/cmdline');
  const lines = linux
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(describe)
    : ps();
  return lines.filter((line) => Number.parseInt(line, 10) !== process.pid);
}

function describe(pid) {
  const command = tell(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  return `${pid} ${command} in ${tell(() => readlinkSync(`/proc/${pid}/cwd`))}`;
}

function ps() {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n');
}

/** Nothing of a process that has ended, or of somebody else's. */
function tell(read) {
  try {
    return read().replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function isFree(port) {
  const server = createServer();
  return new Promise((done) => {
    server.once('listening', () => server.close(() => done(true))).once('error', () => done(false));
    server.listen(port, '127.0.0.1');
  });
}

const running = processes().filter((line) => folders.some((each) => line.includes(each)));
const taken = [];
for (const setting of ports) if (!(await isFree(Number(setting.split('=')[1])))) taken.push(setting);
for (const line of running) console.error(`still running: ${line}`);
for (const setting of taken) console.error(`still taken: ${setting}`);
if (running.length + taken.length === 0) console.log(`nothing runs, ${ports.length} ports are free`);
else process.exitCode = 1;
