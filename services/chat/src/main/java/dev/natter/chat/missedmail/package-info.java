/**
 * Mails about missed messages: a user who wants them, is offline for an hour and has unread messages gets one, and not another
 * one within a day. It says how many messages there are and where, and nothing of what they say. The
 * database says to all replicas who is due; the mail service sends.
 */
@NullMarked
package dev.natter.chat.missedmail;

import org.jspecify.annotations.NullMarked;
