package dev.natter.chat.profile;

/** Finds people by their ids. */
public class FindProfiles {}
