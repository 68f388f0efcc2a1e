/** Access to Redis: atomic scripts with a bounded wait. A request must never hang because Redis is unavailable. */
@NullMarked
package dev.natter.redis;

import org.jspecify.annotations.NullMarked;
