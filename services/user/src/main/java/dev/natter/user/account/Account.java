package dev.natter.user.account;

import java.time.Instant;

/**
 * Somebody.
 *
 * @param changedAt when this version came into being
 * @param version of the profile, counted up from 1 with every change of it
 */
public record Account(
        String id, EmailAddress email, DisplayName name, Instant createdAt, Instant changedAt, long version) {}
