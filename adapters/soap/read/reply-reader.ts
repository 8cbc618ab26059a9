import { BodyFrame } from '#adapters/soap/read/body-frame.ts';
import { EncodedBodyFrame } from '#adapters/soap/read/encoded-body-frame.ts';
import { DocumentFrame } from '#adapters/soap/read/envelope-frame.ts';
import { Reading } from '#adapters/soap/read/reading.ts';
import type { Reply, ReplyLimits } from '#adapters/soap/read/reply.ts';
import type { SchemaSet } from '#adapters/soap/schema/model.ts';
import { SOAP_1_1, SOAP_1_2 } from '#adapters/soap/soap-version.ts';
import type { Operation, ServicePort } from '#adapters/soap/wsdl/model.ts';
import type { XmlHandler } from '#adapters/soap/xml/reader.ts';

export interface ReplyReaderOptions {
  readonly operation: Operation;
  readonly version: ServicePort['version'];
  readonly schemas: SchemaSet;
  readonly limits?: Partial<ReplyLimits>;
}

/** Takes what an `XmlReader` finds in a reply. Its methods throw a LegacyFailure where that is not what the WSDL has, with the path and no content. */
export interface ReplyReader extends XmlHandler {
  /**
   * What is left to do when the document has ended, in steps of some milliseconds: of RPC/encoded all the reading. Who does not take them
   * himself has them taken by `finish`. @throws LegacyFailure
   */
  steps(): Iterable<void>;
  /** After the steps. @throws LegacyFailure DEPARTMENT_DATA_INVALID where it holds no answer */
  finish(): Reply;
}

const DEFAULT_LIMITS: ReplyLimits = { depth: 100, added: 16 * 1024 * 1024 };

/**
 * Reads a reply as it comes: of what the operation's schema has, every value as it was written. Memory beside the record does not grow with
 * the reply, but in RPC/encoded, whose references may lead anywhere.
 */
export function createReplyReader({ operation, version, schemas, limits }: ReplyReaderOptions): ReplyReader {
  const { namespace } = version === '1.1' ? SOAP_1_1 : SOAP_1_2;
  const reading = new Reading(schemas, operation.use === 'encoded');
  const answer = new BodyFrame(reading, operation, namespace);
  const encoded = reading.isEncoded ? new EncodedBodyFrame(reading, answer, { ...DEFAULT_LIMITS, ...limits }) : null;
  const steps = encoded?.steps();
  reading.begin(new DocumentFrame(reading, namespace, encoded ?? answer));
  return {
    open: (name, attributes, resolve) => reading.open(name, attributes, resolve),
    text: (text) => reading.text(text),
    close: () => reading.close(),
    steps: () => steps ?? [],
    finish: () => {
      while (steps?.next().done === false);
      const fault = answer.fault;
      if (fault) return { kind: 'fault', fault };
      const record = answer.answer();
      return { kind: 'answer', record, undeclared: reading.undeclaredElements + reading.undeclaredAttributes };
    },
  };
}
