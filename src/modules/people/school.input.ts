import { tasks, type Task } from '#platform/ctx.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { regions, schoolKinds, type Region, type SchoolKind } from './school.ts';

export type SchoolSettings = { name: string; kind: SchoolKind; region: Region | null; phone: string | null };

export function readSettings(form: FormData): Outcome<SchoolSettings, 'name-missing' | 'kind-missing' | 'phone-wrong'> {
	const name = String(form.get('name') ?? '').trim();
	const kind = schoolKinds.find((one) => one === form.get('kind'));
	if (!name || name.length > 120) return no('name-missing');
	if (!kind) return no('kind-missing');
	const phone = String(form.get('phone') ?? '').trim();
	if (!/^[\d ()+-]{0,20}$/.test(phone)) return no('phone-wrong');
	return ok({ name, kind, region: regions.find((one) => one === form.get('region')) ?? null, phone: phone || null });
}

/** Undefined: no such person can be meant. */
export function readTasks(form: FormData): { staff: PersonId; tasks: Task[] } | undefined {
	const staff = asId<PersonId>(form.get('staff'));
	const wanted = form.getAll('task');
	return staff && { staff, tasks: tasks.filter((task) => wanted.includes(task)) };
}
