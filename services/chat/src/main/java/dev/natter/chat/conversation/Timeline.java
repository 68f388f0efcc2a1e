package dev.natter.chat.conversation;

/** A port; follows. */
public interface Timeline {}
