/**
 * The secrets of one local stack: made on its first start, readable by its owner alone, never in the repository.
 *
 * <p>Doors: {@link dev.natter.local.stack.secret.SecretStore} and what it gives, {@link
 * dev.natter.local.stack.secret.Secrets}.
 */
@NullMarked
package dev.natter.local.stack.secret;

import org.jspecify.annotations.NullMarked;
