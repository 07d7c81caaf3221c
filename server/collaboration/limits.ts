/** The numbers of live documents: sizes in bytes, times in milliseconds. */
export const LIMITS = {
	/** Largest frame, `maxPayload` of the socket. */
	frame: 2 * 1024 * 1024,
	/** Sockets that one account may have open: each asks for its rights every second. */
	sockets: 30,
	/** Largest presence state of one client. */
	presence: 4096,
	/** Sockets in one document that are a crowd. */
	crowd: 200,
	/** Names shown at most in one document. */
	names: 50,
	/** Client ids of readers that one document remembers. */
	guests: 1000,
	/** New client ids that one socket may bring: days offline, one a page opened. */
	newClients: 64,
	/** Longest key or value of a format. */
	format: 4096,
	/** Highest clock of a client: far beyond what hands can type. */
	clock: 2 ** 31,
	/** Frames that may come at once, and how many a second after that. */
	burst: 2000,
	perSecond: 400,
	/** Bytes that one socket may have waiting to be read, and the process waiting to be committed. */
	inbox: 8 * 1024 * 1024,
	backlog: 32 * 1024 * 1024,
	/** Past this a slow reader is sent no more until it has drained, then one difference. */
	slowAt: 1024 * 1024,
	drainedAt: 64 * 1024,
	/** Past this, or this long, it is let go. */
	hopelessAt: 8 * 1024 * 1024,
	slowFor: 30_000
} as const;

export const TIMES = {
	/** Between two commits while there is much to write, and so much more before a crowd. */
	gather: 12,
	gatherInCrowd: 4,
	/** Between two presence messages of a document. */
	presence: 60,
	/** A document is rendered after a pause of its writers, or so long after its first change at the latest. */
	renderPause: 800,
	render: 5000,
	/** Between two looks at which are due. */
	renderTick: 400,
	/** Between two snapshots of a document at least: each reads all of it. */
	snapshot: 10_000,
	/** An answer about rights lets nothing in after this: the sweep asks again before. */
	rights: 1600,
	/** Between two looks at rights, states, quiet and slow sockets, and when nobody is there. */
	sweep: 1000,
	idleSweep: 5000,
	/** A socket that was sent nothing for so long gets an empty message: a stock client leaves after 30 s. */
	heartbeat: 10_000,
	ping: 15_000,
	pong: 10_000,
	/** A request for answers waits at most so long: proxies cut those that wait longer. */
	fetch: 20_000,
	/** A link made of requests ends this long after the last of them. */
	link: 30_000,
	/** A damaged document is read again this often, to see whether it was mended. */
	damaged: 60_000,
	/** A document nobody has open is kept this long. */
	unload: 20_000,
	/** Longest wait for the last commits when the process stops. */
	stop: 8000,
	/** First wait after the database failed, doubled up to the second. */
	retry: 100,
	longestRetry: 2000
} as const;

/** Updates between two snapshots: so many are read in some ten milliseconds, a snapshot costs as much to keep. */
export const SNAPSHOT_EVERY = 2000;
