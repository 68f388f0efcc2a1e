package dev.natter.redis.limit;

/** Uses of a limit, counted together, which can be given back when they came to nothing. */
public record Slot(RateLimit limit, String subject, String id, int uses) {}
