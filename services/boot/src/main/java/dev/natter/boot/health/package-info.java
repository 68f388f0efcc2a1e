/** What readiness says, as a metric. */
@NullMarked
package dev.natter.boot.health;

import org.jspecify.annotations.NullMarked;
