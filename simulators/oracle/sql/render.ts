import { ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import type { Piece } from '#simulators/oracle/sql/translate.ts';
import { bindCast } from '#simulators/oracle/sql/types.ts';

/** PostgreSQL text for binds of known types, and where each part of it stands in the Oracle text. */
export interface RenderedStatement {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly at: number }[];
}

/** @param bindTypes one of ORACLE_TYPES for each bind, by occurrence */
export function render(pieces: readonly Piece[], bindTypes: readonly number[]): RenderedStatement {
  const places: { start: number; at: number }[] = [];
  let text = '';
  for (const piece of pieces) {
    places.push({ start: text.length, at: piece.at });
    text += `${pieceText(piece, bindTypes)} `;
  }
  return { text, places };
}

/** The position in the Oracle text (0-based) of a position in the PostgreSQL text (0-based). */
export function sourceOffset({ places }: RenderedStatement, position: number): number {
  const place = places.findLast(({ start }) => start <= position);
  return place?.at ?? 0;
}

function pieceText(piece: Piece, bindTypes: readonly number[]): string {
  if (piece.bind !== undefined) return bindCast(`$${piece.bind + 1}`, bindTypes[piece.bind], piece.alone);
  if (piece.comparedWith === undefined) return piece.text;
  return bindTypes[piece.comparedWith] === ORACLE_TYPES.VARCHAR ? `oracle.exact(${piece.text})` : piece.text;
}
