/**
 * The embedded MongoDB where it is slower than it has to be: it uses an index only for a query that names the index' fields and
 * nothing else, and reads the whole collection for any other.
 */
@NullMarked
package dev.natter.local.mongo;

import org.jspecify.annotations.NullMarked;
