/**
 * Unique pupil numbers and unique learner numbers: their shapes and their check characters.
 */

/** The letters that check a UPN, in order: no I, O or S (DfE, 'Unique pupil numbers', and GovTalk UniquePupilNumber 2.0). */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Whether 13 characters of a UPN's shape (a letter and 12 digits, or a letter, 11 digits and a letter, for a temporary
 * one) have the right check letter: the sum of each place times its weight, from 2 to 13, modulo 23.
 */
export function isUpnChecked(upn: string): boolean {
  const text = upn.toUpperCase();
  if (!/^[A-Z]\d{11}[\dA-Z]$/.test(text)) return false;
  let sum = 0;
  for (let i = 1; i < 13; i++) {
    const place = text.charAt(i);
    const worth = /\d/.test(place) ? Number(place) : letters.indexOf(place);
    if (worth < 0) return false;
    sum += worth * (i + 1);
  }
  return letters.charAt(sum % 23) === text.charAt(0);
}

/**
 * Whether ten digits are a unique learner number: nine times their weights, from 10 to 2, modulo 11, leaves what the
 * tenth makes up to 10 (Learning Records Service, 'ULN check digit'). An ISBN-10 never is one.
 */
export function isUln(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits.charAt(i)) * (10 - i);
  const left = sum % 11;
  return left !== 0 && Number(digits.charAt(9)) === 10 - left;
}
