import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Where a thing may be put: on a line, at a place along it, on one of several pages; `why` it may not, in a sentence. */
export type Spot = { line: string; page: string; at: number; value: string; why?: string };
type Thing = HTMLElement & { dataset: { thing: string; name?: string } };
type Deeds = {
	/** Where is told, as `Spot[]`, where this thing could go. */
	address: (thing: string) => string;
	/** Which page is shown, and from where to where its lines run. */
	page: () => { name: string; from: number; to: number };
	turnTo: (page: string) => Promise<unknown>;
	drop: (thing: string, spot: Spot) => Promise<void>;
	say: {
		held: (name: string, free: number) => string;
		spot: (spot: Spot) => string;
		dropped: (name: string, spot: Spot) => string;
		letGo: (name: string) => string;
		lost: () => string;
	};
};

const farEnough = 6;

/**
 * Things `[data-thing]` that are picked up and put somewhere else on lines `[data-line]`: dragged by mouse, pen or finger, or
 * by keyboard (space, arrows, Enter, Escape). Where one may not be put is known, and said, before it is dropped.
 */
export class Carrying {
	held = $state.raw<{ thing: string; name: string; spots: Spot[] } | null>(null);
	at = $state(-1);
	said = $state('');
	#do: Deeds;
	#from: HTMLElement | undefined;
	#root: HTMLElement | undefined;

	constructor(deeds: Deeds) {
		this.#do = deeds;
	}

	get spot(): Spot | undefined {
		return this.held?.spots[this.at];
	}

	attach: Attachment<HTMLElement> = (root) => {
		this.#root = root;
		const press = (event: KeyboardEvent) => this.#press(event);
		const take = (event: PointerEvent) => this.#take(event);
		root.addEventListener('keydown', press);
		root.addEventListener('pointerdown', take);
		return () => {
			root.removeEventListener('keydown', press);
			root.removeEventListener('pointerdown', take);
		};
	};

	async #pickUp(thing: Thing) {
		const spots = await askAt(this.#do.address(thing.dataset.thing));
		if (!spots) return void (this.said = this.#do.say.lost());
		spots.sort((a, b) => a.page.localeCompare(b.page) || a.at - b.at || a.line.localeCompare(b.line));
		const name = thing.dataset.name ?? '';
		this.#from = thing;
		this.held = { thing: thing.dataset.thing, name, spots };
		this.at = -1;
		const { name: page } = this.#do.page();
		this.said = this.#do.say.held(name, spots.filter((spot) => spot.page === page && !spot.why).length);
	}

	#letGo(why?: string) {
		const { held } = this;
		if (this.#from) this.#from.style.translate = '';
		if (!held) return;
		this.held = null;
		this.said = why ?? this.#do.say.letGo(held.name);
		if (this.#from?.isConnected) this.#from.focus({ preventScroll: true });
	}

	async #drop() {
		const { held, spot } = this;
		if (!held || !spot) return;
		if (spot.why) return void (this.said = this.#do.say.spot(spot));
		if (this.#from) this.#from.style.translate = '';
		this.held = null;
		this.said = this.#do.say.dropped(held.name, spot);
		await this.#do.drop(held.thing, spot);
		const moved = [...(this.#root?.querySelectorAll<Thing>('[data-thing]') ?? [])];
		moved.find(({ dataset }) => dataset.thing === held.thing)?.focus({ preventScroll: true });
	}

	#press(event: KeyboardEvent) {
		const { held } = this;
		if (!held) {
			const thing = thingAt(event);
			if (event.key !== ' ' || !thing) return;
			event.preventDefault();
			return void this.#pickUp(thing).then(() => this.held && this.#root?.focus({ preventScroll: true }));
		}
		const isRtl = getComputedStyle(this.#root!).direction === 'rtl';
		const aside = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
		const free = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (event.key === 'Escape') this.#letGo();
		else if (event.key === 'Enter' || event.key === ' ') void this.#drop();
		else if (event.key === 'Home') void this.#turn(0);
		else if (event.key === 'End') void this.#turn(held.spots.length - 1);
		else if (aside) void this.#turn(this.at < 0 ? this.#firstHere() : this.at + aside);
		else if (free) void this.#turn(this.#nextFree(free));
		else return;
		event.preventDefault();
	}

	#firstHere() {
		const { name } = this.#do.page();
		return Math.max(
			0,
			this.held!.spots.findIndex(({ page }) => page === name)
		);
	}

	/** Down and up skip what is not free. */
	#nextFree(step: number) {
		const { spots } = this.held!;
		for (let i = this.at < 0 ? this.#firstHere() : this.at + step; i >= 0 && i < spots.length; i += step) {
			if (!spots[i]!.why) return i;
		}
		return this.at;
	}

	async #turn(next: number) {
		const { held } = this;
		if (!held?.spots.length) return;
		this.at = Math.min(held.spots.length - 1, Math.max(0, next));
		const spot = held.spots[this.at]!;
		if (spot.page !== this.#do.page().name) {
			await this.#do.turnTo(spot.page);
			this.#root?.focus({ preventScroll: true });
		}
		this.said = this.#do.say.spot(spot);
		await tick();
		this.#root?.querySelector('[data-spot="here"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}

	#take(event: PointerEvent) {
		const thing = thingAt(event);
		if (!thing || event.button !== 0 || getComputedStyle(thing).cursor !== 'grab') return;
		const { clientX: x, clientY: y } = event;
		let isDragged = false;
		let picking = Promise.resolve();
		const stop = new AbortController();
		const moved = (to: PointerEvent) => {
			if (!isDragged && Math.hypot(to.clientX - x, to.clientY - y) < farEnough) return;
			if (!isDragged) {
				isDragged = true;
				thing.setPointerCapture(to.pointerId);
				picking = this.#pickUp(thing);
			}
			thing.style.translate = `${to.clientX - x}px ${to.clientY - y}px`;
			this.#near(to.clientX, to.clientY);
		};
		const ended = (to: PointerEvent) => {
			stop.abort();
			if (!isDragged) return;
			const click = (pressed: Event) => pressed.preventDefault();
			thing.addEventListener('click', click, { once: true, capture: true });
			setTimeout(() => thing.removeEventListener('click', click, { capture: true }));
			void this.#putDown(picking, to);
		};
		addEventListener('pointermove', moved, { signal: stop.signal });
		addEventListener('pointerup', ended, { signal: stop.signal });
		addEventListener('pointercancel', ended, { signal: stop.signal });
	}

	async #putDown(picking: Promise<void>, { type, clientX, clientY }: PointerEvent) {
		await picking;
		this.#near(clientX, clientY);
		if (type === 'pointercancel' || !this.spot) this.#letGo();
		else if (this.spot.why) this.#letGo(this.#do.say.spot(this.spot));
		else await this.#drop();
	}

	/** The place under the finger, on the line it is over. */
	#near(x: number, y: number) {
		const isLine = (one: Element): one is HTMLElement => one instanceof HTMLElement && one.dataset.line !== undefined;
		const line = document.elementsFromPoint(x, y).find(isLine);
		const box = line?.getBoundingClientRect();
		if (!this.held || !line || !box) return void (this.at = -1);
		const { name, from, to } = this.#do.page();
		const part = getComputedStyle(line).direction === 'rtl' ? (box.right - x) / box.width : (x - box.left) / box.width;
		const place = from + part * (to - from);
		const before = this.held.spots
			.map((spot, i) => ({ spot, i }))
			.filter(({ spot }) => spot.page === name && spot.line === line.dataset.line && spot.at <= place);
		const best = before.reduce((most, one) => (one.spot.at > (most?.spot.at ?? -1) ? one : most), before[0]);
		if (this.at === (best?.i ?? -1)) return;
		this.at = best?.i ?? -1;
		if (best) this.said = this.#do.say.spot(best.spot);
	}
}

async function askAt(address: string): Promise<Spot[] | undefined> {
	const answer = await fetch(address).catch(() => undefined);
	return answer?.ok ? ((await answer.json()) as Spot[]) : undefined;
}

function thingAt({ target }: Event): Thing | null {
	return target instanceof Element ? target.closest<Thing>('[data-thing]') : null;
}
