/**
 * Access tokens: signing, publishing the public keys, verification. Holds the private keys; they and the tokens must
 * never be logged.
 */
@NullMarked
package dev.natter.user.token;

import org.jspecify.annotations.NullMarked;
