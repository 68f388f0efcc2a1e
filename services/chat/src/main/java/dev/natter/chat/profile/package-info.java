/**
 * What this service knows of people: their names, kept in its own database, fed by {@code user-events}, filled once from
 * the user service and completed from there when somebody is too new to be known.
 *
 * <p>Doors: {@link dev.natter.chat.profile.FindProfiles}. Never on the path of a message.
 */
@NullMarked
package dev.natter.chat.profile;

import org.jspecify.annotations.NullMarked;
