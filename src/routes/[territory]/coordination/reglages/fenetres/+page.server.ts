import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract, listWindows } from '#lib/contract/server/contract-queries.ts';
import { isOpen } from '#lib/contract/window.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'window.edit', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	const now = new Date();
	const windows = await listWindows(db, contract.id);
	return {
		windows: windows.map((window) => ({
			...window,
			phase: isOpen(window, now)
				? ('open' as const)
				: window.opensAt > now
					? ('upcoming' as const)
					: ('over' as const)
		})),
		done: url.searchParams.get('fait')
	};
};
