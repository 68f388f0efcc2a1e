/** Batches of concurrent requests, for MongoDB and Redis alike. Knows no feature. */
@NullMarked
package dev.natter.chat.batching;

import org.jspecify.annotations.NullMarked;
