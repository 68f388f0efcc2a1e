package dev.natter.chat.presence;

/** One open connection of a user to this replica. */
record Lease(String userId, String connectionId) {}
