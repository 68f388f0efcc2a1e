/**
 * Chat: conversations, messages, receipts, presence and the socket; each is a package below. Here are only the way into the
 * process and what its environment must say. Must never know e-mail addresses or passwords.
 */
@NullMarked
package dev.natter.chat;

import org.jspecify.annotations.NullMarked;
