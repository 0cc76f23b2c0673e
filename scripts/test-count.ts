// Counts what a test run reported, so that a run that fell over or tested nothing never looks green.
export type Count = { passed: number; failed: number; skipped: number };

type Report = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** `text` is what Vitest's JSON reporter wrote, if it got that far; `code` is how Vitest ended. */
export function countTests(text: string | undefined, code: number): Count {
	if (!text) return { passed: 0, failed: 1, skipped: 0 };
	const report: Report = JSON.parse(text);
	const passed = report.numPassedTests;
	const skipped = report.numPendingTests + report.numTodoTests;
	// A file that fails before or after its tests has no failed test of its own to count.
	const brokenFiles = report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
	);
	const failed = report.numFailedTests + brokenFiles.length;
	const silent = failed === 0 && (code !== 0 || passed === 0);
	return { passed, failed: failed + (silent ? 1 : 0), skipped };
}

export function addUp(counts: Count[]): Count {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const { passed, failed, skipped } of counts) {
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
	}
	return total;
}
