/**
 * Authentication: verifies access tokens with the public keys of the user service, and knows which sessions have ended.
 *
 * <p>Entry points: {@link dev.natter.chat.identity.AccessTokens} for the socket's {@code authenticate} frame and {@link
 * dev.natter.chat.identity.RevocationChecker}; requests are authenticated by the identity provider here. While keys are
 * unavailable the answer is 503, never 401.
 */
@NullMarked
package dev.natter.chat.identity;

import org.jspecify.annotations.NullMarked;
