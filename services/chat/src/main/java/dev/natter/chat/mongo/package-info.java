/**
 * MongoDB as all features use it: repositories whose indexes are known to exist, failures in the words of the service, and
 * ids. Knows no feature.
 */
@NullMarked
package dev.natter.chat.mongo;

import org.jspecify.annotations.NullMarked;
