import { demonstrationIsOpen } from '#lib/site/demonstration.ts';

export const load = ({ locals }) => ({
	locale: locals.locale,
	demonstration: demonstrationIsOpen(),
	timeZone: locals.territory?.timeZone ?? 'Europe/Paris'
});
