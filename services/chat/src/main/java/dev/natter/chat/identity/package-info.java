/**
 * Believes access tokens, and nothing else about who somebody is: verifies them with the public keys of the user service,
 * which are fetched when they are needed and kept; and knows which of them belong to sessions that are over.
 *
 * <p>Doors: {@link dev.natter.chat.identity.AccessTokens} for the socket's {@code authenticate} frame,
 * {@link dev.natter.chat.identity.EndedSessions} for the news of an end; requests are
 * authenticated by the framework through the identity provider here. While keys cannot be had the answer is 503, never
 * 401: the token may be good.
 */
@NullMarked
package dev.natter.chat.identity;

import org.jspecify.annotations.NullMarked;
