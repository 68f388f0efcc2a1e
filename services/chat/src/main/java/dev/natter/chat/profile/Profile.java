package dev.natter.chat.profile;

import java.time.Instant;

/**
 * What is known of a person here.
 *
 * @param version counted up by the user service with every change; the highest one is the truth
 */
public record Profile(String id, String name, Instant createdAt, long version) {}
