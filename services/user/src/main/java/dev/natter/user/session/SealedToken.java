package dev.natter.user.session;

/**
 * A refresh token, kept so that only the token before it and the key of the request that exchanged it, together, can read it.
 *
 * @param secret the token's own part, masked
 * @param proof by which the right key is known, and which does not tell it
 */
record SealedToken(String secret, String proof) {}
