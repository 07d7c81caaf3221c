/** The one page of a sheet that needs a script: several people write at once. */
export const csr = true;
