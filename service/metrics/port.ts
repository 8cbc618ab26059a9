/**
 * The port that a setting asks metrics to be served on: undefined where it is absent or empty, null for `off` and 0.
 * @throws Error, one sentence, for anything else
 */
export function metricsPort(setting: string, env: NodeJS.ProcessEnv): number | null | undefined {
  const text = env[setting];
  if (!text) return undefined;
  if (text === 'off' || text === '0') return null;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Error(`${setting} 应为 1 到 65535 的端口号或 off / ${setting} is a port from 1 to 65535, or off: ${text}`);
}
