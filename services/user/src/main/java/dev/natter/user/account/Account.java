package dev.natter.user.account;

import java.time.Instant;

/**
 * A registered user.
 *
 * @param changedAt when this version was stored
 * @param version of the profile; starts at 1 and increases with every change
 */
public record Account(
        String id, EmailAddress email, DisplayName name, Instant createdAt, Instant changedAt, long version) {}
