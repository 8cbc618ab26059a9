import { WsdlError } from '#adapters/soap/bundle/error.ts';
import type { CharsetRule } from '#adapters/soap/charset/choose.ts';
import { type Charset, charsetNamed } from '#adapters/soap/charset/names.ts';
import { createSoapConnector, type SoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { loadService } from '#adapters/soap/wsdl/load.ts';
import { describeService } from './describe.ts';
import { pathOf, requireFile } from './files.ts';
import { isObject, parseJson } from './lossless-json.ts';
import { callOf, type Means, TOOL } from './means.ts';
import { type SoapOptions, soapOptions } from './options.ts';
import { printable } from './printable.ts';
import { securityOf } from './security.ts';
import { UsageError } from './usage.ts';

/** `soap …`: what the WSDL offers, or the answer of one operation. @throws UsageError, WsdlError, ArgumentError, DepartmentError, UnreadableAnswer */
export async function soap(given: readonly string[], means: Means): Promise<unknown> {
  const options = soapOptions(given);
  const wsdl = pathOf(options.wsdl);
  requireFile('--wsdl', wsdl);
  if (options.operation === null) return describeService(await loadService(wsdl));
  const args = parseJson('--args', await means.input(options.args), String);
  if (!isObject(args)) throw new UsageError('--args 应为对象', '--args is an object');
  const connector = await connect(wsdl, options, means);
  try {
    const { operations } = connector.describe();
    if (!operations.has(options.operation))
      throw new UsageError('WSDL 中没有此操作', `the WSDL has these operations: ${[...operations.keys()].join(', ')}`);
    // What JSON can say are the values that a message can hold; the writer checks them against the schema.
    return printable(await connector.call(options.operation, args as XmlRecord, callOf(means)));
  } finally {
    await connector.close();
  }
}

/** @throws UsageError for settings that cannot be used, WsdlError */
async function connect(wsdl: string, options: SoapOptions, means: Means): Promise<SoapConnector> {
  const { port, address, charset, replyCharset, timeoutMs } = options;
  const settings: SoapConnectorOptions = {
    ...TOOL,
    wsdl,
    ...(port !== null && { port }),
    ...(address !== null && { endpoint: address }),
    ...(charset !== null && { charset: { declared: charset, sent: charsetOf('--charset', charset) } }),
    ...(replyCharset !== null && { replyCharset: replyRule(replyCharset) }),
    security: securityOf(options, means),
    limits: { concurrency: 1, retries: 0, callTimeoutMs: timeoutMs, connectTimeoutMs: timeoutMs },
  };
  try {
    return await createSoapConnector(settings);
  } catch (error) {
    if (error instanceof WsdlError) throw error;
    throw new UsageError('这些设置不能使用', error instanceof Error ? error.message : 'unknown');
  }
}

function charsetOf(option: string, name: string): Charset {
  const known = charsetNamed(name);
  if (known) return known;
  throw new UsageError(`${option} 不是可用的字符集`, `${option}: UTF-8, UTF-16, GBK, GB2312, GB18030 or Big5`);
}

function replyRule(name: string): CharsetRule {
  return name === 'header' || name === 'prolog' ? { conflict: name } : { assume: charsetOf('--reply-charset', name) };
}
