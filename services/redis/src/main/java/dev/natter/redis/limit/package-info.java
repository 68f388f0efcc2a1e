/**
 * Rate limits: each is a constant of {@link dev.natter.redis.limit.RateLimit}, counted in Redis for all replicas. Knows
 * no feature.
 */
@NullMarked
package dev.natter.redis.limit;

import org.jspecify.annotations.NullMarked;
