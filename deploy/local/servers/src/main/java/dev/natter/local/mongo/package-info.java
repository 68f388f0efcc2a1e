/**
 * The embedded MongoDB, with indexes as the real one has them. As it comes, it uses none but a unique one, for no other query
 * than one that names all of the index' fields and nothing else; and it looks into that by serialising each key that it
 * compares. For any other query it reads the whole collection.
 *
 * <p>Here an index lies in the order of its values, so that it serves whoever names the first of its fields by value, and the
 * next by a range. What it finds is always held against the whole query, so an index never decides what an answer is, only
 * how long it takes.
 */
@NullMarked
package dev.natter.local.mongo;

import org.jspecify.annotations.NullMarked;
