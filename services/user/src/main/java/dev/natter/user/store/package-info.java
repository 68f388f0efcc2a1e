/** Shared MongoDB code: indexes, outbox, failures. Knows no feature's documents. */
@NullMarked
package dev.natter.user.store;

import org.jspecify.annotations.NullMarked;
