import { describe, expect, test } from 'vitest';
import { textOfRtf } from '../../lib/reading/file/rtf.ts';
import { kindOf, textOfFile } from '../../lib/reading/file/text-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('RTF', () => {
  test.each([
    ['{\\rtf1\\ansi Pain \\b 8\\b0 /10.\\par Plan}', 'Pain 8/10.\nPlan'],
    ['{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}text}', 'text'],
    ["{\\rtf1 caf\\'e9 \\'93quoted\\'94}", 'café “quoted”'],
    ['{\\rtf1\\uc1 \\u8220?twitch\\u8221?}', '“twitch”'],
    ['{\\rtf1 a\\cell b\\cell\\row c}', 'a\tb\nc'],
    ['{\\rtf1 5\\~mg \\{prn\\} C\\_7}', '5 mg {prn} C-7'],
    ['{\\rtf1 unclosed {\\b bold', 'unclosed bold'],
  ])('%s', (rtf, text) => expect(textOfRtf(rtf)).toBe(text));

  test('what is none is refused', () => expect(() => textOfRtf('plain')).toThrow(RangeError));
});

describe('what a file is', () => {
  test.each([
    ['%PDF-1.7 ...', 'pdf'],
    ['{\\rtf1 x}', 'rtf'],
    ['PK\u0003\u0004', 'docx'],
    ['Progress note', 'text'],
    ['\u0000\u0001\u0002', 'unknown'],
    ['', 'text'],
  ])('%j', (head, kind) => expect(kindOf(bytes(head))).toBe(kind));

  test('plain texts are read in the way they were written', async () => {
    expect(await textOfFile(bytes('naïve\r\nx'), 'text')).toBe('naïve\nx');
    expect(await textOfFile(new Uint8Array([0x6e, 0x61, 0xef]), 'text')).toBe('naï');
    expect(await textOfFile(new Uint8Array([0xff, 0xfe, 0x61, 0]), 'text')).toBe('a');
  });
});
