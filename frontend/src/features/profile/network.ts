/** A network as one writes it: an IPv6 address without its rows of zeros. */
export function shortNetwork(network: string): string {
  const [address = '', prefix] = network.split('/');
  const url = `http://[${address}]/`;
  if (!address.includes(':') || !URL.canParse(url)) return network;
  const short = new URL(url).hostname.slice(1, -1);
  return prefix === undefined ? short : `${short}/${prefix}`;
}
