import { expect, test } from 'vitest';
import { addUp, countTests } from '../../scripts/test-count.ts';

const report = (tests: string[], status = tests.includes('failed') ? 'failed' : 'passed') =>
	JSON.stringify({
		numPassedTests: tests.filter((each) => each === 'passed').length,
		numFailedTests: tests.filter((each) => each === 'failed').length,
		numPendingTests: tests.filter((each) => each === 'skipped').length,
		numTodoTests: 0,
		testResults: [{ status, assertionResults: tests.map((each) => ({ status: each })) }]
	});

test.each([
	['all well', report(['passed', 'passed', 'skipped']), 0, { passed: 2, failed: 0, skipped: 1 }],
	['one failed', report(['passed', 'failed']), 1, { passed: 1, failed: 1, skipped: 0 }],
	['a file that fell over', report(['passed'], 'failed'), 1, { passed: 1, failed: 1, skipped: 0 }],
	['an error outside any test', report(['passed']), 1, { passed: 1, failed: 1, skipped: 0 }],
	['no test ran', report([]), 0, { passed: 0, failed: 1, skipped: 0 }],
	['no report at all', undefined, 1, { passed: 0, failed: 1, skipped: 0 }]
])('%s', (_what, text, code, expected) => expect(countTests(text, code)).toEqual(expected));

test('the checks and the tests are added up', () => {
	const one = { passed: 1, failed: 0, skipped: 0 };
	expect(addUp([one, { passed: 3, failed: 2, skipped: 1 }])).toEqual({ passed: 4, failed: 2, skipped: 1 });
});
