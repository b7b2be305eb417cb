/**
 * The stylesheets that pages may have, as the policy names them: SHA-256 of `styles` and of `sheetStyles`. Written down,
 * since a hash is not known at once where the Worker starts; a test says what they are now.
 */
export const styleHashes = [
  'sha256-UQ5RI2oG9ghmTCmEThPAIqFAdfaV4EKQso0ULGsI630=',
  'sha256-PW7S8j45tTSTHOzqyxk4umEEKndk0+eb1sOL6tcirXA=',
] as const;
