/** One answered proposal on the home page. */
export interface HomeFate {
	id: string;
	title: string;
	channel: 'online' | 'paper' | 'spoken' | 'workshop' | 'import';
	/** Null for a commune under the territory's threshold. */
	commune: string | null;
	supportCount: number;
	outcome: 'retained' | 'merged' | 'postponed' | 'declined' | 'redirected';
	sheetId: string | null;
	sheetCode: string | null;
}
