/**
 * Data at rest: bucket, cache, broker, database endpoint and secrets. Encrypted, private, and protected from deletion.
 */
@NullMarked
package dev.natter.aws.data;

import org.jspecify.annotations.NullMarked;
