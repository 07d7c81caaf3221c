export const load = ({ url }) => ({ hasLeft: url.searchParams.has('compte') });
