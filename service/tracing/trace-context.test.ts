import { expect, it } from '@jest/globals';
import { readTraceparent, traceHeaders, withinTrace } from '#service/tracing/trace-context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

it('what a process says another reads', () => {
  const { traceparent } = withinTrace({ traceId: TRACE, spanId: SPAN }, traceHeaders);
  expect(traceparent).toBe(`00-${TRACE}-${SPAN}-01`);
  expect(readTraceparent(traceparent)).toEqual({ traceId: TRACE, spanId: SPAN });
});

it('nothing is said outside a span', () => {
  expect(traceHeaders()).toEqual({});
});

it.each([
  undefined,
  '',
  `01-${TRACE}-${SPAN}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE}-${SPAN}-01-x`,
])('%p is none', (header) => {
  expect(readTraceparent(header)).toBeUndefined();
});
