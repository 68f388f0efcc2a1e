/** Reads the token out of the subprotocol that carries it. */
export function tokenIn(protocols: string | string[] | undefined): string | undefined {
  const carried = [protocols ?? []].flat().find((each) => each.startsWith('quarkus-http-upgrade'));
  return carried === undefined ? undefined : decodeURIComponent(carried).split('#Bearer ')[1];
}
