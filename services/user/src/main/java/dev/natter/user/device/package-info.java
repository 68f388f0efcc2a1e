/**
 * Browsers that have signed in to an address before (OWASP, "Slow down online guessing attacks with device cookies"):
 * wrong tries of others do not lock them out. Tokens are stored as hashes only, one for each account.
 */
@NullMarked
package dev.natter.user.device;

import org.jspecify.annotations.NullMarked;
