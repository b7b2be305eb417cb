import { existsSync, readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface Count {
  passed: number;
  failed: number;
}

export const nothing: Count = { passed: 0, failed: 0 };

/** Two counts together. */
export const sum = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** One thing that either holds or does not, counted as one test. */
export const one = (held: boolean): Count => (held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The part of Vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a run of Vitest from its JSON report. Beside failed tests, these each count as one failure: a file that could
 * not be loaded, skipped tests, a run of nothing, and a run that failed without saying where.
 */
export function countReport(file: string, exitedWell: boolean, say: (line: string) => void): Count {
  if (!existsSync(file)) {
    say('The test runner ended without a report.');
    return { passed: 0, failed: 1 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  let failed = report.numFailedTests;
  for (const result of report.testResults) {
    if (result.status !== 'failed' || result.assertionResults.some((test) => test.status === 'failed')) continue;
    say(`${result.name} failed outside its tests. ${result.message.split('\n')[0] ?? ''}`);
    failed += 1;
  }
  const left = report.numPendingTests + report.numTodoTests;
  if (left > 0) {
    say(
      `${left} ${left === 1 ? 'test was' : 'tests were'} skipped or left to do. That counts as a failure: run or remove them.`,
    );
    failed += 1;
  }
  if (report.numPassedTests === 0 && failed === 0) {
    say('No test was run. That counts as a failure.');
    failed += 1;
  }
  if (!exitedWell && failed === 0) {
    say('The test runner failed outside any test; its output above says how.');
    failed += 1;
  }
  return { passed: report.numPassedTests, failed };
}
