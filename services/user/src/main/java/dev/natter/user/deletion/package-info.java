/**
 * Deletion of one's own account, with a code mailed to its address. Entry point: {@code DELETE /api/v1/users/me}. Chat
 * follows by an event.
 */
@NullMarked
package dev.natter.user.deletion;

import org.jspecify.annotations.NullMarked;
