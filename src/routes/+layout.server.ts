import { demonstrationIsOpen, demonstrationIsPublic } from '#lib/site/demonstration.ts';

export const load = ({ locals }) => ({
	locale: locals.locale,
	demonstration: demonstrationIsOpen(),
	publicDemonstration: demonstrationIsPublic(),
	timeZone: locals.territory?.timeZone ?? 'Europe/Paris'
});
