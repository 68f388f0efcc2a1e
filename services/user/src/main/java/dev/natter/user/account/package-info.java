/**
 * Who people are: their address, their name, finding one another. Doors: {@code /api/v1/users} for people,
 * {@code /internal/v1/profiles} for services. An e-mail address is shown to nobody but its owner.
 */
@NullMarked
package dev.natter.user.account;

import org.jspecify.annotations.NullMarked;
