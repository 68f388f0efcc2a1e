/** What keeps something: bucket, cache, broker, database and secrets. Encrypted, private, and not deleted by accident. */
@NullMarked
package dev.natter.aws.data;

import org.jspecify.annotations.NullMarked;
