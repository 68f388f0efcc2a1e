/**
 * Blocking: a blocked user no longer finds the blocker, and chat shows neither to the other. Blocks are part of the account
 * and published with it. Entry point: {@code /api/v1/users/me/blocks}.
 */
@NullMarked
package dev.natter.user.block;

import org.jspecify.annotations.NullMarked;
