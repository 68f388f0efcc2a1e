/** What the tests of this service share: servers that can be cut off, a clock that can be moved, a reader of mails. */
package dev.natter.user.support;
