export const load = ({ url, locals }) => ({
	hasLeft: url.searchParams.has('compte'),
	isOut: locals.context.actor.accountId === null
});
