/** The two menus: which entries a reader sees, and which one is current. */
import type { Messages } from '#lib/messages/messages.ts';

export interface NavigationEntry {
	href: string;
	label: string;
	current: boolean;
	count?: number;
}

interface Contents {
	hasContract: boolean;
	hasPolls: boolean;
	hasCircuit: boolean;
}

/** Entries of the public menu that have something behind them. */
export function publicNavigation(
	m: Messages,
	base: string,
	path: string,
	contents: Contents
): NavigationEntry[] {
	const entries: [string, string, boolean][] = [
		[base, m.site.nav.home, true],
		[`${base}/propositions`, m.site.nav.proposals, contents.hasContract],
		[`${base}/avis`, m.site.nav.polls, contents.hasPolls],
		[`${base}/plan`, m.site.nav.plan, contents.hasContract],
		[`${base}/contrat`, m.site.nav.contract, contents.hasContract]
	];
	return shown(entries, base, path);
}

/** Entries of the coordinator's menu, empty for everyone else. */
export function coordinatorNavigation(
	m: Messages,
	base: string,
	path: string,
	contents: Contents
): NavigationEntry[] {
	const at = `${base}/coordination`;
	const entries: [string, string, boolean][] = [
		[`${base}/a-faire`, m.site.coordinatorNav.tasks, true],
		[`${at}/contributions`, m.site.coordinatorNav.contributions, contents.hasContract],
		[`${at}/fiches`, m.site.coordinatorNav.sheets, contents.hasContract],
		[`${at}/reponses`, m.site.coordinatorNav.answers, contents.hasContract],
		[`${at}/partenaires`, m.site.coordinatorNav.partners, true],
		[`${at}/validation`, m.site.coordinatorNav.validation, contents.hasCircuit],
		[`${at}/reglages`, m.site.coordinatorNav.settings, true]
	];
	return shown(entries, base, path);
}

/** Pages that stand under an entry of the menu without being below its address. */
const UNDER: Record<string, string> = {
	signalements: 'contributions',
	atelier: 'fiches',
	courriers: 'reponses'
};

function shown(entries: [string, string, boolean][], base: string, path: string) {
	return entries
		.filter(([, , behind]) => behind)
		.map(([href, label]) => ({
			href,
			label,
			current: isCurrent(base, href, path)
		}));
}

function isCurrent(base: string, href: string, path: string): boolean {
	if (href === base) return path === base;
	const at = `${base}/coordination/`;
	const [page = ''] = path.startsWith(at) ? path.slice(at.length).split('/') : [];
	return path === href || path.startsWith(`${href}/`) || href === `${at}${UNDER[page] ?? ''}`;
}
