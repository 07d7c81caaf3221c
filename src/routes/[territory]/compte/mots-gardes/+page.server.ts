import { listLeftTexts } from '../left-texts.ts';

export const load = async ({ locals, cookies }) => ({
	left: await listLeftTexts({ locals, cookies })
});
