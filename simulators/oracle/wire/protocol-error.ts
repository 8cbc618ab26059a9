/** The client broke the protocol: the connection cannot go on and is cut. Never reaches a client as a message. */
export class ProtocolError extends Error {
  override readonly name: string = 'ProtocolError';
}

/** The bytes end before the message does: wait for more packets, or give up when the request was said to be complete. */
export class IncompleteMessageError extends ProtocolError {
  override readonly name = 'IncompleteMessageError';
}
