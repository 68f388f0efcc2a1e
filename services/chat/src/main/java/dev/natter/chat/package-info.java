/**
 * Chat: the entry point of the process and what its environment must say; each package below is a feature. Must never know
 * e-mail addresses or passwords.
 */
@NullMarked
package dev.natter.chat;

import org.jspecify.annotations.NullMarked;
