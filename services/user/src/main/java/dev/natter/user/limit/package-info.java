/**
 * How often is too often: every rate limit of the service is one line of {@link dev.natter.user.limit.RateLimit}, counted
 * in Redis for all replicas together. Knows nothing of what it limits.
 */
@NullMarked
package dev.natter.user.limit;

import org.jspecify.annotations.NullMarked;
