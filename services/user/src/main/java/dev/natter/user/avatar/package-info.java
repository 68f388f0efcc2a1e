/**
 * The photos of users. Entry point: {@code /api/v1/users/…/avatar}. The bucket has the photo, the account its version; others
 * hear of it as of every change of a profile.
 */
@NullMarked
package dev.natter.user.avatar;

import org.jspecify.annotations.NullMarked;
