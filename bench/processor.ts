import { readdirSync, readFileSync } from 'node:fs';
import { rowsAsOwner } from '#tests/harness/databases.ts';

const ticksASecond = 100;

/** Processor seconds so far of a group of processes: what the clock says depends on who else works on the machine. */
export function secondsOfGroup(group: number) {
	return secondsOf(({ pgrp }) => pgrp === group);
}

/** The same of the PostgreSQL behind `url`: its own process, those it has and those it had. */
export async function secondsOfPostgres(url: string) {
	const [row] = await rowsAsOwner<{ pid: number }>(url, 'select pg_backend_pid() as pid');
	// The connection that answered is gone by now; its pid is young and its parent the one of every other.
	const [first] = await rowsAsOwner<{ pid: number }>(
		url,
		`select pid from pg_stat_activity where pid <> ${row!.pid} and backend_type = 'checkpointer'`
	);
	const main = statOf(String(first!.pid))!.parent;
	return secondsOf(({ pid, parent }) => pid === main || parent === main);
}

type Stat = { pid: number; parent: number; pgrp: number; seconds: number };

function secondsOf(counts: (stat: Stat) => boolean) {
	const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	return all.reduce((sum, pid) => {
		const stat = statOf(pid);
		return stat && counts(stat) ? sum + stat.seconds : sum;
	}, 0);
}

function statOf(pid: string): Stat | undefined {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [, parent, pgrp, , , , , , , , , user, system, userOfGone, systemOfGone] = text
			.slice(text.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const ticks = user! + system! + userOfGone! + systemOfGone!;
		return { pid: Number(pid), parent: parent!, pgrp: pgrp!, seconds: ticks / ticksASecond };
	} catch {
		return undefined;
	}
}
