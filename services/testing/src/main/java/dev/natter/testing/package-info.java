/** What the tests of several services need: the backing servers, real tokens, the architecture rules. Never in main code. */
@NullMarked
package dev.natter.testing;

import org.jspecify.annotations.NullMarked;
