/**
 * Verifies access tokens and knows which sessions have ended. While keys are unavailable the answer is 503, never 401.
 *
 * <p>Entry points: {@link dev.natter.chat.identity.AccessTokens} and {@link dev.natter.chat.identity.RevocationChecker}.
 */
@NullMarked
package dev.natter.chat.identity;

import org.jspecify.annotations.NullMarked;
