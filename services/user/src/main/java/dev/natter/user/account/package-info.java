/**
 * Accounts: address, name, search. Entry points: {@code /api/v1/users} for users, {@code /internal/v1/profiles} for
 * services. Only its owner sees an e-mail address.
 */
@NullMarked
package dev.natter.user.account;

import org.jspecify.annotations.NullMarked;
