package dev.natter.redis.limit;

/** One counted use of a limit, which can be given back when it came to nothing. */
public record Slot(RateLimit limit, String subject, String id) {}
