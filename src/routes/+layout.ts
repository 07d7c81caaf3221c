import { messagesOf } from '#lib/messages/messages.ts';

// Pages ship no script of the framework: the few that write bring the editor alone.
export const csr = false;

/** The reader's catalogue; its functions could not travel from a server's load. */
export const load = ({ data }) => ({ ...data, messages: messagesOf(data.locale) });
