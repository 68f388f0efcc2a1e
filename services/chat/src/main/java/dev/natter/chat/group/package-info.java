/**
 * Groups: their title, members and roles, changed by entries of their logs. Entry point: {@link
 * dev.natter.chat.group.ChangeGroup}. Never changes a direct conversation, and never shows one that the caller is not in.
 */
@NullMarked
package dev.natter.chat.group;

import org.jspecify.annotations.NullMarked;
