/** Where a request comes from, as far as limits need to know. */

/**
 * Address of the browser. Proxies of ours append to `X-Forwarded-For` whom they answered; what stands
 * further left was written by whoever asked, and is worth nothing.
 */
export function clientAddress(
	direct: string,
	forwardedFor: string | null,
	trustedProxies: number
): string {
	if (trustedProxies === 0 || forwardedFor === null) return direct;
	const hops = forwardedFor.split(',').map((hop) => hop.trim());
	return hops[Math.max(0, hops.length - trustedProxies)] || direct;
}

/**
 * The network an address belongs to: /24 of IPv4, /64 of IPv6, what one subscriber holds at most.
 * Anything else is a network of its own.
 */
export function networkOf(address: string): string {
	const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(plain);
	if (v4) return `${v4[1]}.0/24`;
	const groups = ipv6Groups(plain);
	return groups ? `${groups.slice(0, 4).join(':')}::/64` : plain.slice(0, 64);
}

function ipv6Groups(address: string): string[] | null {
	if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return null;
	const [head = '', tail] = address.toLowerCase().split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
	const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
	return all.length === 8 ? all.map((group) => group.replace(/^0+(?=.)/, '')) : null;
}
