/**
 * The way to MongoDB for the adapters of all features: collections whose indexes are known to exist, failures of the
 * database in the words of the service, and ids. Knows no feature.
 */
@NullMarked
package dev.natter.chat.store;

import org.jspecify.annotations.NullMarked;
