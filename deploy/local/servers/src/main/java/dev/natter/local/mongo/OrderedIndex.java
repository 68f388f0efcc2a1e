package dev.natter.local.mongo;

import org.jspecify.annotations.Nullable;

/** An index that lies in the order of its values. */
interface OrderedIndex {

    /** The way through it to all documents that may be what is asked for; null when there is none. */
    @Nullable Way way(Conditions asked);
}
