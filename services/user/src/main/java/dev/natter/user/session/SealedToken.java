package dev.natter.user.session;

/**
 * A refresh token that can be read with its predecessor and the key of the exchanging request only.
 *
 * @param secret the token's own part, masked
 * @param proof verifies the key without revealing it
 */
record SealedToken(String secret, String proof) {}
