/**
 * The stylesheets that pages may have, as the policy names them: SHA-256 of `styles` and of `sheetStyles`. Written down,
 * since a hash is not known at once where the Worker starts; a test says what they are now.
 */
export const styleHashes = [
  'sha256-sO/yMIURrPB2N7ENmJl/G8gwa+1rq9OPDMQC08hFF5A=',
  'sha256-cnc2XnLPjelT2Fxs4aJ+QtJrOVs6XOD2gEN1ZFd/aqU=',
] as const;
