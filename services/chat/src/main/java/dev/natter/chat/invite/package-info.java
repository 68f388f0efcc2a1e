/**
 * Invitations: links that start a direct conversation with the inviter, or lead into a group. A caller who has the token of a
 * link may use it, so it is as secret as a password: 128 random bits, of which only a hash is stored. Entry points: {@code
 * /api/v1/invites}.
 */
@NullMarked
package dev.natter.chat.invite;

import org.jspecify.annotations.NullMarked;
