import { expect, test } from 'vitest';
import { readBucket, sign } from './bucket.server.ts';

// The example that Amazon gives with its specification: GET Object, with its key, its moment and its signature.
const example = {
	key: 'AKIAIOSFODNN7EXAMPLE',
	secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	region: 'us-east-1'
};

test('a request is signed as the specification says', () => {
	const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
	const asked = { method: 'GET', url, headers: { range: 'bytes=0-9' } } as const;
	const { authorization } = sign(example, asked, new Uint8Array(), new Date('2013-05-24T00:00:00Z'));
	expect(authorization).toBe(
		'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ' +
			'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, ' +
			'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
	);
});

test('the address of a bucket holds its key, its secret and its region', () => {
	expect(readBucket('https://me:a%2Fb@s3.school.example/files?region=nl-1')).toEqual({
		...{ address: new URL('https://s3.school.example/files/'), key: 'me', secret: 'a/b', region: 'nl-1' }
	});
});
