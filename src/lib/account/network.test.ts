import { describe, expect, test } from 'vitest';
import { clientAddress, networkOf } from './network.ts';

describe('the network of an address', () => {
	test.each([
		['192.0.2.17', '192.0.2.0/24'],
		['::ffff:192.0.2.200', '192.0.2.0/24'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
		['[2001:db8::1]', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64'],
		['unknown', 'unknown']
	])('of %s is %s', (address, network) => {
		expect(networkOf(address)).toBe(network);
	});

	test('of something endless stays short', () => {
		expect(networkOf('x'.repeat(5000)).length).toBe(64);
	});
});

describe('the address of a browser', () => {
	test.each([
		['10.0.0.1', null, 0, '10.0.0.1'],
		['10.0.0.1', '203.0.113.9', 0, '10.0.0.1'],
		['10.0.0.1', null, 1, '10.0.0.1'],
		['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
		['10.0.0.1', '6.6.6.6, 203.0.113.9', 1, '203.0.113.9'],
		['10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
		['10.0.0.1', '203.0.113.9', 3, '203.0.113.9'],
		['10.0.0.1', '', 1, '10.0.0.1']
	])('is seen from %s with %j through %i proxies as %s', (direct, header, proxies, expected) => {
		expect(clientAddress(direct, header, proxies)).toBe(expected);
	});
});
