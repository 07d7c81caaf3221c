import { found } from '#lib/errors.ts';

const TOPICS = {
	accessibilite: 'accessibility',
	'mentions-legales': 'legal',
	'donnees-personnelles': 'privacy'
} as const;

export const load = ({ params }) => ({
	topic: found(Object.entries(TOPICS).find(([path]) => path === params.topic)?.[1])
});
