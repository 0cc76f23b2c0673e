import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { BlockFault } from './offer.input.ts';
import type { AgreedPlace, OfferCount } from './offer.ts';
import type { OfferReason } from './offers.server.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const placeWords: Record<AgreedPlace, Words> = {
	school: m.cycle_place_school,
	phone: m.cycle_place_phone,
	online: m.cycle_place_online,
	home: m.cycle_place_home
};

export const reasonWords: Record<OfferReason | 'pace-wrong', Words> = {
	missing: m.cycle_reason_missing,
	'round-closed': m.cycle_reason_offers_closed,
	'outside-round': m.cycle_reason_outside_round,
	past: m.cycle_reason_past,
	'too-short': m.cycle_reason_too_short,
	'overlaps-own': m.cycle_reason_overlaps_own,
	'has-bookings': m.cycle_reason_has_bookings,
	'pace-wrong': m.offers_pace_wrong
};

export const faultWords: Record<BlockFault, Words> = {
	'day-missing': m.cycle_fault_day_missing,
	'from-missing': m.cycle_fault_from_missing,
	'to-missing': m.cycle_fault_to_missing,
	'to-before-from': m.cycle_fault_to_before_from,
	'places-missing': m.cycle_fault_places_missing,
	'location-missing': m.cycle_fault_location_missing
};

/** `25 gesprekken, 22 tijden: nog 3 nodig (45 minuten).` */
export function sayCount({ talks, slots, short, shortMinutes }: OfferCount): string {
	return short
		? m.cycle_count_short({ talks, slots, short, minutes: shortMinutes })
		: m.cycle_count_enough({ talks, slots });
}

/** `Lokaal 5`, or how one talks when there is no room. */
export function sayWhere({ place, location }: { place: AgreedPlace; location: string | null }): string {
	return (place === 'school' && location) || placeWords[place]();
}
