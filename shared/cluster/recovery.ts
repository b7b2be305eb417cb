/** Crockford's base 32: no letter that is taken for a digit or another letter. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four bits that most slips of the pen change: the exclusive or of all others. */
function checkOf(value: bigint): bigint {
  let check = 0n;
  for (let rest = value; rest > 0n; rest >>= 4n) check ^= rest & 15n;
  return check;
}

/**
 * A recovery code (`<cluster>.<22 characters of base64url>`) as it stands on paper: 52 letters and digits in groups of
 * four, with a check in the last one. Capitals and gaps do not matter when it is typed in again.
 */
export function writeRecovery(code: string): string {
  const [cluster = '', secret = ''] = code.split('.');
  const bytes = atob(secret.replaceAll('-', '+').replaceAll('_', '/'));
  let value = BigInt(`0x${cluster}`);
  for (const byte of bytes) value = (value << 8n) | BigInt(byte.charCodeAt(0));
  value = (value << 4n) | checkOf(value);
  let text = '';
  for (let i = 51n; i >= 0n; i--) text += digits.charAt(Number((value >> (i * 5n)) & 31n));
  return text.match(/.{4}/g)?.join(' ') ?? '';
}

/** The recovery code in what a person typed from paper, or `undefined` where it is not one or a letter is wrong. */
export function readRecovery(text: string): string | undefined {
  const typed = text
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  if (typed.length !== 52) return undefined;
  let value = 0n;
  for (const letter of typed) {
    const digit = digits.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5n) | BigInt(digit);
  }
  const [whole, check] = [value >> 4n, value & 15n];
  if (whole >> 256n !== 0n || checkOf(whole) !== check) return undefined;
  const hex = whole.toString(16).padStart(64, '0');
  const bytes = (hex.slice(32).match(/../g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  const secret = btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${hex.slice(0, 32)}.${secret}`;
}
