import type { Logger } from 'pino';
import { createLogger } from '#service/logger.ts';
import { whenNpmIsGone } from '#service/parent.ts';

/** A started process: its ports by name, and how it ends. */
export interface Service {
  readonly ports: Readonly<Record<string, number>>;
  /** Finishes what is in flight and frees everything. */
  close(): Promise<void>;
}

/** What a service tells the launcher that forked it. */
export interface ReadyMessage {
  readonly ready: true;
  readonly ports: Readonly<Record<string, number>>;
}

/** Milliseconds after which a stop no longer waits for what is in flight. */
const STOP_DEADLINE_MS = 25_000;

/**
 * Runs one service until SIGINT or SIGTERM, or until the launcher that forked it is gone. A start that fails ends the process with one sentence;
 * `portSetting` names the setting that moves a busy port.
 */
export async function runService(
  name: string,
  portSetting: string,
  start: (logger: Logger) => Promise<Service>,
): Promise<void> {
  const logger = createLogger(name);
  let service: Service;
  try {
    service = await start(logger);
  } catch (error) {
    process.stderr.write(`${name}: ${sentenceOf(error, portSetting)}\n`);
    process.exit(1);
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    await service.close().catch((error: Error) => logger.error({ cause: error.message }, 'stop failed'));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  whenNpmIsGone(stop);
  logger.info({ ports: service.ports }, 'started');
  // A launcher that died while this process started has left its channel closed, and is never heard of again.
  if (process.send && !process.connected) return stop();
  process.send?.({ ready: true, ports: service.ports } satisfies ReadyMessage);
}

/** What a person reads when a start fails: never a stack. */
export function sentenceOf(error: unknown, portSetting: string): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用，请用 ${portSetting} 换一个端口 / port ${port} is in use; ${portSetting} moves it`;
  return message || String(error);
}
