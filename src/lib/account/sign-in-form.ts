/** Forms of sign-in. */
import * as v from 'valibot';
import { email, requiredId, ticked } from '#lib/form.ts';
import { typedCode } from './sign-in-code.ts';

/** The page « Se connecter ». */
export const signInForm = v.object({
	email: email('account.email_required', 'account.email_malformed'),
	shared: ticked(),
	suite: v.optional(v.string(), '')
});

/** The page where the code is typed. */
export const codeForm = v.object({
	code: v.pipe(
		v.optional(v.string(), ''),
		v.transform(typedCode),
		v.nonEmpty('account.code_required'),
		v.length(8, 'account.code_length')
	)
});

/** The button of one invented person. */
export const enterForm = v.object({ account: requiredId('account.not_demonstration') });
