import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Code, linkIn } from '../../shared/cluster/access.ts';
import { readRecovery, writeRecovery } from '../../shared/cluster/recovery.ts';
import { newClusterId, newSecret } from '../../shared/ids.ts';

const newCode = () => `${newClusterId()}.${newSecret(16)}`;

describe('a recovery code on paper', () => {
  it('is 13 groups of four that can be typed in again, whatever the capitals and gaps', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hex = Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
        const secret = btoa(String.fromCharCode(...bytes.slice(16)));
        const code = `${hex}.${secret.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
        const written = writeRecovery(code);
        expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){12}[0-9A-HJKMNP-TV-Z]{4}$/);
        for (const typed of [
          written,
          written.toLowerCase(),
          written.replaceAll(' ', ''),
          written.replaceAll(' ', '-'),
        ]) {
          expect(readRecovery(typed)).toBe(code);
        }
        expect(linkIn(written)).toEqual({ code });
      }),
    );
  });

  it('takes the letters that look alike for what they are', () => {
    const code = newCode();
    const confused = writeRecovery(code).replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readRecovery(confused)).toBe(code);
  });

  it('tells a slip: a letter missing, one too many, a strange one, most that are wrong', () => {
    const written = writeRecovery('00112233445566778899aabbccddeeff.7d3Jx0aQmB2kZt-PvRw_8g').replaceAll(' ', '');
    expect(readRecovery(written.slice(1))).toBeUndefined();
    expect(readRecovery(`${written}0`)).toBeUndefined();
    expect(readRecovery(`U${written.slice(1)}`)).toBeUndefined();
    let told = 0;
    for (let i = 0; i < 52; i++) {
      const other = written.charAt(i) === '7' ? '8' : '7';
      if (readRecovery(written.slice(0, i) + other + written.slice(i + 1)) === undefined) told++;
    }
    // A change of one letter always changes the check, unless it falls on both of its halves alike.
    expect(told).toBeGreaterThanOrEqual(45);
  });

  it('stands for a code as it travels', () => {
    expect(Code.safeParse(newCode()).success).toBe(true);
    expect(Code.safeParse(`${newClusterId()}.${newSecret(20)}`).success).toBe(false);
  });
});
