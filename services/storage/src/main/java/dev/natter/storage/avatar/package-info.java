/**
 * Photos of people and groups in the bucket. Entry point: {@link dev.natter.storage.avatar.AvatarStore}. A photo is small
 * enough to pass through the service, is checked as every image, and never decoded. Whose it is, and who may see it, is the
 * services' to decide.
 */
@NullMarked
package dev.natter.storage.avatar;

import org.jspecify.annotations.NullMarked;
