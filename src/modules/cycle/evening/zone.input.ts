import type { LocationId } from '#modules/cycle/offer.ts';
import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mostFar, mostNear, type Location, type Walking } from './zone.ts';

/** Where a room is, as somebody filled it in; only of rooms in which something else was typed than stood there. */
export type Filled = Pick<Location, 'id' | 'zone' | 'direction'>;
export type Rooms = { filled: Filled[]; walking: Walking };
export type RoomsFault = 'near' | 'far' | 'far-too-short';

export const longestZone = 60;
export const longestDirection = 120;
export const longestRoom = 80;

/** The form of all rooms. What nobody touched stays as a colleague may have left it meanwhile. */
export function parseRooms(form: FormData): Outcome<Rooms, RoomsFault> {
	const filled = form.getAll('room').flatMap((each): Filled[] => {
		const id = asId<LocationId>(each);
		if (!id) return [];
		const zone = said(form, `zone-${id}`, longestZone);
		const direction = said(form, `direction-${id}`, longestDirection);
		const before = `${said(form, `zone-was-${id}`, longestZone)}\n${said(form, `direction-was-${id}`, longestDirection)}`;
		return `${zone}\n${direction}` === before ? [] : [{ id, zone, direction }];
	});
	const near = whole(form.get('near'), mostNear);
	if (near === undefined) return no('near');
	const far = whole(form.get('far'), mostFar);
	if (far === undefined) return no('far');
	if (far < near) return no('far-too-short');
	return ok({ filled, walking: { near, far, waiting: said(form, 'waiting', longestDirection) } });
}

export function parseRoom(form: FormData): string | undefined {
	return said(form, 'name', longestRoom) || undefined;
}

function said(form: FormData, name: string, longest: number) {
	const value = form.get(name);
	return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
}

function whole(value: unknown, most: number): number | undefined {
	if (typeof value !== 'string' || !/^\d{1,2}$/.test(value.trim())) return undefined;
	const minutes = Number(value);
	return minutes <= most ? minutes : undefined;
}
