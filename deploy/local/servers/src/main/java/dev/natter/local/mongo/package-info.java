/**
 * The embedded MongoDB with working indexes. mongo-java-server itself uses unique indexes only, for queries that name
 * all of their fields and nothing else, and serialises keys to compare them; other queries read the whole collection.
 *
 * <p>Here indexes are ordered by value, so that they serve queries on the values of their first fields and a range of
 * the next one. Results are always checked against the whole query, so an index affects the duration of a query only,
 * not its result.
 */
@NullMarked
package dev.natter.local.mongo;

import org.jspecify.annotations.NullMarked;
