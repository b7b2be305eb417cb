/**
 * The stylesheets that pages may have, as the policy names them: SHA-256 of `styles` and of `sheetStyles`. Written down,
 * since a hash is not known at once where the Worker starts; a test says what they are now.
 */
export const styleHashes = [
  'sha256-DyZE5hVu3uTNGGwsA6PlFPlSnrZ9M26oeoH5HNrj5PA=',
  'sha256-N5Ftc87vL3W3BUfEltGSeNewFDHfJKfFGyvVYeL/JgM=',
] as const;
