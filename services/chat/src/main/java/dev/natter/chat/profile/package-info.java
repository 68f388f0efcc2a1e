/**
 * What this service knows of users: their names, in its own database, fed by {@code user-events}, imported once from the
 * user service and completed from there when a user is too new to be known. Entry point: {@link
 * dev.natter.chat.profile.ProfileService}. Never on the path of a message.
 */
@NullMarked
package dev.natter.chat.profile;

import org.jspecify.annotations.NullMarked;
