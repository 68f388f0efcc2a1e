/**
 * Clients of the public contract, cheap enough to run thousands of on the machine that is measured.
 */
@NullMarked
package dev.natter.load.client;

import org.jspecify.annotations.NullMarked;
