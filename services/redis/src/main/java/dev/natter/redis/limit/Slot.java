package dev.natter.redis.limit;

/** Uses of a limit that were counted together and can be given back. */
public record Slot(RateLimit limit, String subject, String id, int uses) {}
