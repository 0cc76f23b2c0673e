import { expect, test } from 'vitest';
import { gravest, readReport } from '../../scripts/audit.ts';

const known = (severity: string) => ({ severity, range: '<2.0.0', fixAvailable: true });

test('the audit names what is grave, and lets the rest be', () => {
	const report = readReport(JSON.stringify({ vulnerabilities: { one: known('high'), two: known('moderate') } }))!;
	expect(gravest(report)).toEqual(['one <2.0.0: high, a newer version mends it']);
});

test('a registry that does not answer this is no answer: nothing was checked', () => {
	expect(readReport('{"message":"405 Method Not Allowed","statusCode":405}')).toBeUndefined();
	expect(readReport('')).toBeUndefined();
});
