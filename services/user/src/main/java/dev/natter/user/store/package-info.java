/**
 * What the collections of this service have in common: their indexes, and how it looks when MongoDB is away. Knows no
 * feature's documents.
 */
@NullMarked
package dev.natter.user.store;

import org.jspecify.annotations.NullMarked;
