/**
 * What is measured: a stack of its own, or whatever is named.
 */
@NullMarked
package dev.natter.load.stack;

import org.jspecify.annotations.NullMarked;
