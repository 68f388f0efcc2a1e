package dev.natter.chat.receipt;

/** Reads up to one's own message, when nothing unread lies before it. */
public class ReadOwn {}
