import { expect, test } from 'vitest';
import { momentsOf, versionAt, type Sitting, type Version } from './history.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour));
const sitting = (first: number, last: number, hour: number): Sitting => ({
	first,
	last,
	startedAt: at(hour),
	endedAt: at(hour + 1),
	authors: ['Ana']
});
const version = (seq: number, kind: Version['kind'], hour: number): Version => ({
	id: String(seq),
	seq,
	label: 'Avant le comité',
	kind,
	madeBy: 'Bo',
	at: at(hour)
});

test('one compares the ends of sittings, the beginning, and what has a name', () => {
	const moments = momentsOf(
		[sitting(9, 12, 14), sitting(1, 8, 9)],
		[version(8, 'named', 11), version(3, 'restored', 15)]
	);
	expect(moments.map(({ seq, label }) => [seq, label])).toEqual([
		[12, null],
		[8, 'Avant le comité'],
		[1, null]
	]);
});

test('a text written in one go has one moment', () => {
	expect(momentsOf([sitting(1, 1, 9)], [])).toHaveLength(1);
	expect(momentsOf([], [])).toEqual([]);
});

test('an update is known by the last name it got, with the time of that name', () => {
	const versions = [version(8, 'named', 11), version(8, 'named', 13), version(8, 'restored', 15)];
	expect(versionAt(8, versions)?.at).toEqual(at(13));
	expect(versionAt(3, [version(3, 'restored', 15), version(3, 'sealed', 16)])?.kind).toBe('sealed');
	expect(versionAt(9, versions)).toBeNull();
});
