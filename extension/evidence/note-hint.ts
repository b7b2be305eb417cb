/** Beside every note: a log is a record that people have rights to (Freedom of Information Act 2000; UK GDPR, article 15). */
export const noteHint = 'What is written here may be asked for by the public or by the person it is about.';
