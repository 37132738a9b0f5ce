/** Whether this is a telephone number as people write it: 6 to 15 digits with spaces, brackets and a leading plus. */
export function isTelephoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d\s().-]{6,30}$/.test(text) && digits >= 6 && digits <= 15;
}
