import { actualType, typeEntry } from '#adapters/soap/read/actual-type.ts';
import { ArrayFrame } from '#adapters/soap/read/array-frame.ts';
import { countAttributes, readAttributes } from '#adapters/soap/read/attributes.ts';
import { type Frame, SKIPPED, type Start } from '#adapters/soap/read/frame.ts';
import { GenericFrame } from '#adapters/soap/read/generic-frame.ts';
import { marksOf } from '#adapters/soap/read/marks.ts';
import { NilFrame } from '#adapters/soap/read/nil-frame.ts';
import type { Reading } from '#adapters/soap/read/reading.ts';
import type { OpenRecord } from '#adapters/soap/read/record.ts';
import { RecordFrame } from '#adapters/soap/read/record-frame.ts';
import { TextFrame, TextRecordFrame } from '#adapters/soap/read/text-frame.ts';
import { ANY_TYPE } from '#adapters/soap/schema/built-in.ts';
import { isAnyType } from '#adapters/soap/schema/clark.ts';
import type { SimpleType, Type } from '#adapters/soap/schema/model.ts';
import { shapeOf } from '#adapters/soap/schema/shape.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

/**
 * The frame of an element whose declared type is known, or of the type that it says it has instead.
 * @throws LegacyFailure where that is none that may stand there
 */
export function valueFrame(reading: Reading, declared: Type, start: Start): Frame {
  const { isNil, type: name, attributes } = marksOf(start);
  const type = name ? actualType(reading, declared, name) : declared;
  if (!type) return otherType(reading, declared);
  const record: OpenRecord = {};
  if (name && (type !== declared || isAnyType(type))) record['#type'] = typeEntry(name, declared);
  if (type.kind === 'simple') {
    countAttributes(reading, attributes);
    return textFrame(reading, type, start, record, isNil, declared.kind === 'simple');
  }
  if (isNil && !type.text) return new NilFrame(null);
  if (isAnyType(type)) return new GenericFrame(reading, attributes, record);
  if (type.arrayOf) return new ArrayFrame(reading, type.arrayOf(), start);
  const shape = shapeOf(type);
  readAttributes(reading, shape, attributes, start.resolve, record);
  if (!type.text) return new RecordFrame(reading, shape, start.name, record);
  return textFrame(reading, type.text, start, record, isNil, shape.isPlain && type === declared);
}

/** The frame of an element that stands for `xs:any`: of its declared type where a schema has it. */
export function wildcardFrame(reading: Reading, start: Start): Frame {
  return valueFrame(reading, reading.schemas.element(start.name)?.type() ?? ANY_TYPE, start);
}

/** @param isPlain whether the text alone is the value */
function textFrame(
  reading: Reading,
  type: SimpleType,
  { resolve }: Start,
  record: OpenRecord,
  isNil: boolean,
  isPlain: boolean,
): Frame {
  if (isNil) return new NilFrame(isPlain ? null : { ...record, '#text': null });
  return isPlain ? new TextFrame(reading, type, resolve) : new TextRecordFrame(reading, type, resolve, record);
}

/** A text of a wrong type is its own trouble alone; elements of a wrong type could be taken for others. */
function otherType(reading: Reading, declared: Type): Frame {
  if (declared.kind === 'complex') throw reading.failure('has another type than the schema allows there');
  return { ...SKIPPED, end: () => new InvalidValue('has another type than the schema allows there') };
}
