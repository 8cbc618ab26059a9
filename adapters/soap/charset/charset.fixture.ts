import { Buffer } from 'node:buffer';

/** Bytes by their hexadecimal digits, spaces between any. */
export const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/** An XML declaration of an encoding, in quotes, in any charset that ASCII is a part of. */
export const declaring = (encoding: string): Buffer => Buffer.from(`<?xml version="1.0" encoding=${encoding}?>`);
