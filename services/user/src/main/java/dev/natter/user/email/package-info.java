/**
 * Change of the e-mail address, with a code mailed to the new one and a notice to the former one. Entry point: {@code
 * /api/v1/users/me/email}.
 */
@NullMarked
package dev.natter.user.email;

import org.jspecify.annotations.NullMarked;
