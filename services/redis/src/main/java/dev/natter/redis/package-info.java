/** The one door to Redis: atomic scripts with a bounded wait. Must never let a request hang because Redis is away. */
@NullMarked
package dev.natter.redis;

import org.jspecify.annotations.NullMarked;
