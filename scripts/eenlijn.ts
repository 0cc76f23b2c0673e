// The command line of Eenlijn: `npm run -s eenlijn -- import FILE…` reads a school in; planner.ts has the words of the planner.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFiles, type File } from '#modules/people/import/file.input.ts';
import { reasonWords, unreadableSentence } from '#modules/people/import/import.words.ts';
import * as imports from '#modules/people/import/imports.server.ts';
import type { ImportPlan } from '#modules/people/import/plan.ts';
import { reportOf, type ImportReport } from '#modules/people/import/report.ts';
import { unreadable, type Reading, type Roster } from '#modules/people/import/roster.ts';
import { mostBytes } from '#modules/people/import/text.input.ts';
import { mostFiles, unpack } from '#modules/people/import/zips.server.ts';
import { now } from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx, Language } from '#platform/ctx.ts';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import { FolderInUse } from '#platform/lock.server.ts';
import { schoolWithBrin } from '#platform/tenants.server.ts';
import * as m from '#words/compiled/messages.js';
import { plannerCommands, plannerHelp, runPlanner } from './planner.ts';

const done = 0;
const rejected = 1;
const stopped = 2;

const options = {
	preview: { type: 'boolean', default: false },
	create: { type: 'boolean', default: false },
	'skip-rejected': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
	help: { type: 'boolean', short: 'h', default: false },
	school: { type: 'string' },
	name: { type: 'string' },
	office: { type: 'string' },
	language: { type: 'string', default: 'nl' }
} as const;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
	if (plannerCommands.includes(args[0] ?? '')) return runPlanner(args);
	let language: Language = 'nl';
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		if (values.language === 'en') language = 'en';
		const [command, ...paths] = positionals;
		if (values.help || !command) {
			process.stdout.write(`${m.import_cli_help({}, { locale: language })}\n\n${plannerHelp}\n`);
			return values.help ? done : stopped;
		}
		if (command !== 'import' || paths.length === 0) return stop(m.import_cli_usage({}, { locale: language }));
		return await importFiles(paths, values, language);
	} catch (error) {
		if (error instanceof FolderInUse) return stop(m.import_cli_in_use({}, { locale: language }));
		return stop((error as Error).message);
	}
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function importFiles(paths: string[], values: Values, language: Language) {
	const roster = await readRoster(paths);
	if (!roster.ok) return stop(unreadableSentence(roster, language));
	const brin = (values.school ?? roster.value.brin)?.toUpperCase();
	if (!brin) return stop(reasonWords['brin-missing']({ about: '' }, { locale: language }));
	if (roster.value.brin && roster.value.brin !== brin) {
		return stop(m.import_cli_other_school({ brin, about: roster.value.brin }, { locale: language }));
	}
	await openHouse(readConfig());
	try {
		return await importRoster(roster.value, brin, await schoolWithBrin(brin), values, language);
	} finally {
		await closeDatabase();
	}
}

/** Looks first; goes on only when nothing is rejected, or when the rejected rows may be skipped. */
async function importRoster(
	roster: Roster,
	brin: string,
	school: SchoolId | undefined,
	values: Values,
	language: Language
): Promise<number> {
	if (!school && !values.create && !values.preview) {
		return stop(m.import_cli_unknown_school({ brin }, { locale: language }));
	}
	const person = imports.commandLine;
	const ctx = school && ({ school, person, now: now(), language } satisfies Ctx);
	const seen = ctx
		? await imports.preview(ctx, roster)
		: ({ ok: true, value: imports.previewNew(roster, now(), values.office) } as const);
	if (!seen.ok) return stop(reasonWords[seen.reason]({ about: '' }, { locale: language }));
	const skip = values['skip-rejected'];
	const hasRejected = seen.value.rejected.length > 0;
	if (values.preview || (hasRejected && !skip)) {
		show(seen.value, values, language);
		if (hasRejected && !values.preview) stop(reasonWords.rejected({ about: '' }, { locale: language }));
		return hasRejected && !skip ? rejected : done;
	}
	const tell = progressTo(process.stderr, language);
	const imported = ctx
		? await imports.importRoster(ctx, roster, skip, tell)
		: await imports.openSchool(
				{ person, now: now(), language },
				roster,
				{ name: values.name ?? `School ${brin}`, brin, office: values.office },
				skip,
				tell
			);
	if (!imported.ok) return stop(reasonWords[imported.reason]({ about: '' }, { locale: language }));
	show('plan' in imported.value ? imported.value.plan : imported.value, values, language);
	return done;
}

/** A folder stands for the lists and XML in it. */
async function readRoster(paths: string[]): Promise<Reading<Roster>> {
	const files: File[] = [];
	for (const path of (await Promise.all(paths.map(filesAt))).flat()) {
		const name = basename(path);
		const found = await stat(path).catch(() => undefined);
		if (!found?.isFile()) return unreadable('not-found', name);
		if (found.size > mostBytes) return unreadable('too-large', name);
		files.push({ name, bytes: await readFile(path) });
	}
	const unpacked = await unpack(files);
	return unpacked.ok ? readFiles(unpacked.value) : unpacked;
}

async function filesAt(path: string) {
	const found = await stat(path).catch(() => undefined);
	if (!found?.isDirectory()) return [path];
	const names = (await readdir(path)).filter((name) => /^[^.].*\.(csv|xml|zip)$/i.test(name)).sort();
	return names.slice(0, mostFiles + 1).map((name) => join(path, name));
}

function show(plan: ImportPlan, { json }: Values, language: Language) {
	const report = reportOf(plan, language);
	process.stdout.write(json ? `${JSON.stringify(report)}\n` : asText(report, language));
}

function asText(report: ImportReport, locale: Language) {
	const lines = [`${report.format} · ${report.schoolYear}`];
	for (const noun of ['groups', 'pupils', 'staff', 'guardians'] as const) {
		const name = {
			groups: m.import_groups,
			pupils: m.import_pupils,
			staff: m.import_staff,
			guardians: m.import_guardians
		};
		const { add, change, end } = report[noun];
		lines.push(m.import_cli_counts({ noun: name[noun]({}, { locale }), add, change, end }, { locale }));
	}
	for (const { file, line, what, reason } of report.rejected) {
		lines.push(`${m.import_place({ file, line }, { locale })}: ${what}: ${reason}`);
	}
	return `${[...lines, ...report.warnings].join('\n')}\n`;
}

/** A line at each quarter, so that a log stays readable. */
function progressTo(stream: NodeJS.WriteStream, locale: Language): imports.Progress {
	let quarter = -1;
	return (written, of) => {
		const next = of ? Math.floor((written / of) * 4) : 4;
		if (next > quarter) stream.write(`${m.import_progress({ written, of }, { locale })}\n`);
		quarter = Math.max(quarter, next);
	};
}

function stop(sentence: string) {
	process.stderr.write(`${sentence}\n`);
	return stopped;
}
