/** `npm run audit`: asks the registry for known weaknesses in what production runs on. Fails on a high or critical one. */
import { execFile } from 'node:child_process';

type Report = {
	vulnerabilities?: Record<string, { severity: string; range: string; fixAvailable: unknown }>;
};

const patience = 120_000;

/** What the registry knows of; undefined when it did not answer, or not about this. */
function ask(): Promise<Report | undefined> {
	return new Promise((resolve) => {
		execFile('npm', ['audit', '--omit=dev', '--json'], { timeout: patience, maxBuffer: 1e8 }, (_error, said) => {
			resolve(readReport(said));
		});
	});
}

export function readReport(said: string): Report | undefined {
	try {
		const report = JSON.parse(said) as Report;
		return report.vulnerabilities ? report : undefined;
	} catch {
		return undefined;
	}
}

/** What must be mended before it is served, a line for each. */
export function gravest({ vulnerabilities = {} }: Report): string[] {
	return Object.entries(vulnerabilities)
		.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
		.map(([name, { severity, range, fixAvailable }]) => {
			return `${name} ${range}: ${severity}, ${fixAvailable ? 'a newer version mends it' : 'nothing mends it yet'}`;
		});
}

if (import.meta.main) {
	const report = await ask();
	if (!report) {
		console.log('The registry does not answer questions about weaknesses here: nothing was checked.');
	} else {
		const grave = gravest(report);
		const all = Object.keys(report.vulnerabilities ?? {}).length;
		console.log(
			grave.length ? grave.join('\n') : `Nothing grave is known of what production runs on (${all} lighter).`
		);
		process.exitCode = grave.length ? 1 : 0;
	}
}
