// Speed and size: prints a table with this machine's figures beside it; with `-- --json` an object as the last line.
import { cpus, totalmem } from 'node:os';
import { measureBookings } from './bookings.ts';
import { measureImport, measureLargeImport } from './import.ts';
import { measurePages } from './pages.ts';

const say = (line: string) => console.error(line);

const importSeconds = await measureImport();
say(`import: ${importSeconds.toFixed(2)} s`);
const large = await measureLargeImport();
say(`large import: ${large.seconds.toFixed(2)} s, ${large.megabytes.toFixed(0)} MB`);
const bookingsPerSecond = await measureBookings();
say(`bookings: ${bookingsPerSecond.toFixed(0)} a second`);
const pages = await measurePages(say);

const failed = pages.today.failed + pages.todayInOneSchool.failed + pages.group.failed;
if (failed) throw new Error(`${failed} requests were not answered with a page.`);

const figures = {
	todayP50: pages.today.p50,
	todayP99: pages.today.p99,
	groupP50: pages.group.p50,
	groupP99: pages.group.p99,
	scaleRatio: pages.today.p50 / pages.todayInOneSchool.p50,
	firstVisitBytes: pages.visit.bytes,
	fontBytes: pages.visit.font,
	bookingsPerSecond,
	bookingsPerSecondHttp: pages.bookingsPerSecondHttp,
	importSeconds,
	largeImportSeconds: large.seconds,
	largeImportMegabytes: large.megabytes
};

const rows: [what: string, measured: string, aim: string][] = [
	['Today of a parent, p50 at 100/s', ms(figures.todayP50), '≤ 15 ms'],
	['Today of a parent, p99', ms(figures.todayP99), '≤ 60 ms'],
	['Group of a teacher, p50 at 100/s', ms(figures.groupP50), '≤ 15 ms'],
	['Group of a teacher, p99', ms(figures.groupP99), '≤ 60 ms'],
	['50 schools against 1, p50 of Today', figures.scaleRatio.toFixed(2), '≤ 1.3'],
	['Today, 10 connections at full speed', `${pages.todayAtFullSpeed.toFixed(0)}/s`, ''],
	['First visit, all in', kb(figures.firstVisitBytes), '≤ 100 KB'],
	['… of which JavaScript and CSS', kb(pages.visit.scripts + pages.visit.styles), '≤ 55 KB'],
	['… of which one font file', kb(figures.fontBytes), '≤ 35 KB'],
	['Bookings through the use case', `${bookingsPerSecond.toFixed(0)}/s`, '≥ 500/s'],
	['Bookings over HTTP', `${figures.bookingsPerSecondHttp.toFixed(0)}/s`, '≥ 200/s'],
	['Import, 1,000 pupils and 1,800 guardians', `${importSeconds.toFixed(2)} s`, '≤ 3 s'],
	['Import, 5,000 pupils and 9,000 guardians, PostgreSQL', `${large.seconds.toFixed(1)} s`, '< 20 s'],
	['… memory of the whole process, at its highest', `${large.megabytes.toFixed(0)} MB`, '< 300 MB'],
	['… the longest that its bar stood still', ms(large.standstillMs), '']
];
const width = Math.max(...rows.map(([what]) => what.length));
console.log(
	`${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
);
for (const [what, measured, aim] of rows) console.log(`${what.padEnd(width)}  ${measured.padStart(10)}  ${aim}`);
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));

function ms(value: number) {
	return `${value.toFixed(1)} ms`;
}

function kb(bytes: number) {
	return `${(bytes / 1000).toFixed(1)} KB`;
}
