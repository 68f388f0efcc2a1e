/** What the person who started the stack gets to read: progress, addresses, and in one line why something cannot be. */
@NullMarked
package dev.natter.local.stack.console;

import org.jspecify.annotations.NullMarked;
