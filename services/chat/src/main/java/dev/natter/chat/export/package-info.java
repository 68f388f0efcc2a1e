/**
 * The export of an account: one ZIP with what its owner may see, written while it is read. Entry point: {@code GET
 * /api/v1/users/me/export}. Profile and sessions come from the user service, with the caller's own access token.
 */
@NullMarked
package dev.natter.chat.export;

import org.jspecify.annotations.NullMarked;
