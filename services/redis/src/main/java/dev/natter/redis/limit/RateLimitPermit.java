package dev.natter.redis.limit;

/** Uses of a limit that were counted together, and count no more once the permit is released. */
public record RateLimitPermit(RateLimit limit, String subject, String id, int uses) {}
