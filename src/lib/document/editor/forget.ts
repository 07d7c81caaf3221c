/** The script of the page after signing out: not every browser erases when the server asks it to. */
import { forgetEverything, lastWriter } from './kept-here.ts';

// Somebody who wrote since then came back to this page by its address.
if (lastWriter() === null) void forgetEverything();
