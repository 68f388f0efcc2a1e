/**
 * Blocking: a blocked user no longer finds the blocker. Blocks are part of the account and published with it; chat applies
 * them. Entry point: {@code /api/v1/users/me/blocks}.
 */
@NullMarked
package dev.natter.user.block;

import org.jspecify.annotations.NullMarked;
