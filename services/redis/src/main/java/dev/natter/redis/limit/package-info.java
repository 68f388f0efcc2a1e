/**
 * How often is too often: every rate limit is one line of {@link dev.natter.redis.limit.RateLimit}, counted
 * in Redis for all replicas together. Knows nothing of what it limits.
 */
@NullMarked
package dev.natter.redis.limit;

import org.jspecify.annotations.NullMarked;
