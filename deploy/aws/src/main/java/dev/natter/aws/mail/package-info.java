/** Mail by Amazon SES: the domain's identity, and a user that may send in its name and no other. */
@NullMarked
package dev.natter.aws.mail;

import org.jspecify.annotations.NullMarked;
