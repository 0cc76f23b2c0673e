import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { pool } from './db.server.ts';

const folder = 'migrations';

/**
 * Bring the schema up to date: each numbered file once, in order, in a transaction of its own, one statement a call.
 * Needs a role that may create schemas; the application itself runs without. Returns the files that were new.
 */
export async function migrate(): Promise<string[]> {
	const client = await pool().connect();
	try {
		await client.query('create table if not exists public.migration (file text constraint migration_pk primary key)');
		const waiting = await filesToCome(client);
		for (const file of waiting) await run(client, file);
		return waiting;
	} finally {
		client.release();
	}
}

/** The files that this database has not seen yet; a server with any of them does not start. */
export async function pending(): Promise<string[]> {
	const client = await pool().connect();
	try {
		return await filesToCome(client);
	} finally {
		client.release();
	}
}

async function filesToCome(client: PoolClient) {
	const { rows } = await client.query<{ file: string }>('select file from public.migration');
	const seen = new Set(rows.map(({ file }) => file));
	const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
	return files.filter((file) => !seen.has(file));
}

async function run(client: PoolClient, file: string) {
	await client.query('begin');
	try {
		for (const statement of statementsOf(await readFile(join(folder, file), 'utf8'))) await client.query(statement);
		await client.query('insert into public.migration (file) values ($1)', [file]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw new Error(`Migration ${file} failed: ${(error as Error).message}`, { cause: error });
	}
}

/** Cut a migration into statements: at a semicolon that ends a line, outside a `$$` body. */
export function statementsOf(text: string): string[] {
	const statements: string[] = [];
	let current: string[] = [];
	let inBody = false;
	for (const line of text.split('\n')) {
		if (/^\s*--/.test(line) && !inBody) continue;
		current.push(line);
		if ((line.match(/\$\$/g) ?? []).length % 2) inBody = !inBody;
		if (!inBody && line.trimEnd().endsWith(';')) {
			statements.push(current.join('\n').trim());
			current = [];
		}
	}
	if (current.join('').trim()) statements.push(current.join('\n').trim());
	return statements;
}
