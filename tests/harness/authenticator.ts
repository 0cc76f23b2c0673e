import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Asked = { challenge: string };
export type Shown = { counter?: number; origin?: string; host?: string; opened?: boolean };

const [present, opened, withKey] = [0x01, 0x04, 0x40];

/** A device that keeps one passkey, in software: what a phone would answer, and what a cheat might. */
export function newAuthenticator(home: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = randomBytes(16);
	const { x, y } = publicKey.export({ format: 'jwk' });
	const coordinates = [x!, y!].map((text) => new Uint8Array(Buffer.from(text, 'base64url')));
	const coseKey = new Map<number, number | Uint8Array<ArrayBuffer>>([
		...([
			[1, 2],
			[3, -7],
			[-1, 1]
		] as [number, number][]),
		[-2, coordinates[0]!],
		[-3, coordinates[1]!]
	]);

	/** @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data */
	function dataOf({ counter = 0, host = new URL(home).hostname, opened: isOpened = true }: Shown, more?: Buffer) {
		const flags = present | (isOpened ? opened : 0) | (more ? withKey : 0);
		const head = Buffer.alloc(5);
		head.writeUInt8(flags);
		head.writeUInt32BE(counter, 1);
		return Buffer.concat([createHash('sha256').update(host).digest(), head, more ?? Buffer.alloc(0)]);
	}

	const clientData = (type: string, { challenge }: Asked, { origin = new URL(home).origin }: Shown) =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
	const answer = (response: Record<string, Buffer | string[]>) =>
		JSON.stringify({
			...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
			...{ clientExtensionResults: {} },
			response: Object.fromEntries(
				Object.entries(response).map(([name, value]) => [
					name,
					Buffer.isBuffer(value) ? value.toString('base64url') : value
				])
			)
		});

	return {
		id: id.toString('base64url'),
		make(asked: Asked, shown: Shown = {}) {
			const length = Buffer.from([0, id.length]);
			const key = Buffer.from(isoCBOR.encode(coseKey));
			const authData = dataOf(shown, Buffer.concat([Buffer.alloc(16), length, id, key]));
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(authData)]
			]);
			return answer({
				clientDataJSON: clientData('webauthn.create', asked, shown),
				attestationObject: Buffer.from(isoCBOR.encode(attestation as never)),
				transports: ['internal']
			});
		},
		use(asked: Asked, shown: Shown = {}) {
			const clientDataJSON = clientData('webauthn.get', asked, shown);
			const authenticatorData = dataOf(shown);
			const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
			return answer({ clientDataJSON, authenticatorData, signature: sign('sha256', signed, privateKey) });
		}
	};
}
