import { expect, it } from 'vitest';
import { shortNetwork } from './network';

it.each([
  ['2001:db8:0:1:0:0:0:0/64', '2001:db8:0:1::/64'],
  ['0:0:0:0:0:0:0:0/64', '::/64'],
  ['2001:DB8::', '2001:db8::'],
  ['192.0.2.7', '192.0.2.7'],
  ['unknown', 'unknown'],
  ['no:address', 'no:address'],
])('the network %s reads %s', (network, short) => {
  expect(shortNetwork(network)).toBe(short);
});
