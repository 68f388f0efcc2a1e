package dev.natter.faults.check;

import java.util.List;

/** What one client has ended up with in one conversation, from top to bottom. */
public record Screen(String client, String conversationId, List<LogEntry> entries) {}
