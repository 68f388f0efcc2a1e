/** MongoDB as all features use it: indexes that are known to exist, failures as refusals, and ids. Knows no feature. */
@NullMarked
package dev.natter.chat.mongo;

import org.jspecify.annotations.NullMarked;
