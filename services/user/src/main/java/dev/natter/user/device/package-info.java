/**
 * Browsers that have signed in to an address before (OWASP, "Slow down online guessing attacks with device cookies"): what
 * strangers do to the address does not lock them out. A cookie is kept as its hash alone, for each account apart.
 */
@NullMarked
package dev.natter.user.device;

import org.jspecify.annotations.NullMarked;
