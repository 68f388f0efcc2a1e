/**
 * The names of users, in this service's own database: fed by {@code user-events}, imported once from the user service and
 * completed from there. Never on the path of a message. Entry point: {@link dev.natter.chat.profile.ProfileService}.
 */
@NullMarked
package dev.natter.chat.profile;

import org.jspecify.annotations.NullMarked;
