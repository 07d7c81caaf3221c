import type { Migration } from 'kysely/migration';
import * as m0001 from './0001-extensions.ts';
import * as m0002 from './0002-accounts.ts';
import * as m0003 from './0003-territories.ts';
import * as m0004 from './0004-contracts.ts';
import * as m0005 from './0005-bodies.ts';
import * as m0006 from './0006-documents.ts';
import * as m0007 from './0007-proposals.ts';
import * as m0008 from './0008-discussion.ts';
import * as m0009 from './0009-plan.ts';
import * as m0010 from './0010-polls.ts';
import * as m0011 from './0011-document-care.ts';
import * as m0012 from './0012-shared-drafts.ts';
import * as m0013 from './0013-earlier-answers.ts';
import * as m0014 from './0014-poll-rolls.ts';
import * as m0015 from './0015-suspensions.ts';
import * as m0016 from './0016-update-checksums.ts';

/** Every migration by name, in order: forward only, never edited after a release. */
export const migrations: Record<string, Migration> = {
	'0001-extensions': m0001,
	'0002-accounts': m0002,
	'0003-territories': m0003,
	'0004-contracts': m0004,
	'0005-bodies': m0005,
	'0006-documents': m0006,
	'0007-proposals': m0007,
	'0008-discussion': m0008,
	'0009-plan': m0009,
	'0010-polls': m0010,
	'0011-document-care': m0011,
	'0012-shared-drafts': m0012,
	'0013-earlier-answers': m0013,
	'0014-poll-rolls': m0014,
	'0015-suspensions': m0015,
	'0016-update-checksums': m0016
};
