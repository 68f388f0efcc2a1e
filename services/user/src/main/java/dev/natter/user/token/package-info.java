/**
 * Access tokens: signing them, publishing the public keys, and checking those that come back. Holds the private keys; they
 * and the tokens must reach no log.
 */
@NullMarked
package dev.natter.user.token;

import org.jspecify.annotations.NullMarked;
