const browsers: readonly [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const machines: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'an Android device'],
  [/CrOS/, 'a Chromebook'],
  [/Mac OS X/, 'a Mac'],
  [/Windows/, 'a Windows computer'],
  [/Linux/, 'a Linux computer'],
];

const first = (kinds: readonly [RegExp, string][], agent: string) => kinds.find(([mark]) => mark.test(agent))?.[1];

/** A name to begin with for this device: 'Chrome on a Windows computer'. The person may change it. */
export function deviceNameFrom(agent: string): string {
  return `${first(browsers, agent) ?? 'A browser'} on ${first(machines, agent) ?? 'a computer'}`;
}
