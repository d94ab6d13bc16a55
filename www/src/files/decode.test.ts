// Bytes of a file to text.
import { describe, expect, it } from 'vitest';
import { LIMIT, decode } from './decode';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const units = `\ufeff${text}`;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('decode', () => {
  it('reads UTF-8, with and without its mark', () => {
    expect(decode(utf8('受理410件。'))).toEqual({ text: '受理410件。' });
    expect(decode(utf8('\ufeff受理'))).toEqual({ text: '受理' });
  });

  it('reads UTF-16 of both orders by its mark', () => {
    expect(decode(utf16('受理\n410件', true))).toEqual({ text: '受理\n410件' });
    expect(decode(utf16('受理\n410件', false))).toEqual({ text: '受理\n410件' });
  });

  it('reads GB18030 where UTF-8 fails', () => {
    // 法治政府 in GB2312, then 㐀, which only GB18030's four bytes hold.
    expect(decode(bytes(0xb7, 0xa8, 0xd6, 0xce, 0xd5, 0xfe, 0xb8, 0xae))).toEqual({ text: '法治政府' });
    expect(decode(bytes(0xb7, 0xa8, 0x81, 0x39, 0xee, 0x39))).toEqual({ text: '法\u3400' });
  });

  it('refuses bytes that are no text', () => {
    expect(decode(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toEqual({ code: 'not_text' });
    expect(decode(utf8('%PDF\x01\x02\x03\x04'))).toEqual({ code: 'not_text' });
  });

  it('bears a stray control character in a long text', () => {
    const text = `${'字'.repeat(2000)}\x0b\x01`;
    expect(decode(utf8(text))).toEqual({ text });
  });

  it('says so when no encoding fits', () => {
    expect(decode(bytes(0xb7, 0xa8, 0xff, 0xff, 0x80))).toEqual({ code: 'undecodable' });
    // UTF-16 by its mark, broken off in the middle of a character.
    expect(decode(bytes(0xff, 0xfe, 0xd7, 0x53, 0x06))).toEqual({ code: 'undecodable' });
  });

  it('refuses what is over the limit, and takes what is just at it', () => {
    expect(decode(new Uint8Array(LIMIT + 1).fill(0x61))).toEqual({ code: 'too_large' });
    expect(decode(new Uint8Array(LIMIT).fill(0x61))).toHaveProperty('text.length', LIMIT);
  });

  it('reads an empty file as an empty text', () => {
    expect(decode(bytes())).toEqual({ text: '' });
  });
});
