// Writing together needs a script; without one the page offers the plain form.
export const csr = true;
