/**
 * Measures Natter from outside: what it holds, how fast it is, and what it costs. See the operations guide.
 */
@NullMarked
package dev.natter.load;

import org.jspecify.annotations.NullMarked;
