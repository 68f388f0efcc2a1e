package dev.natter.chat.store;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.Locale;

/**
 * Every index there is, named after the question it answers. Features rely on the unique ones for being right under
 * races, so nothing is asked of the database before they exist.
 */
enum StoredIndex {
    /**
     * Without {@code updatedAt} on purpose: an entry for each member would be rewritten with each message. The few
     * conversations of one person are sorted after they are found.
     */
    CONVERSATIONS_OF_A_MEMBER(StoredCollection.CONVERSATIONS, "memberIds"),
    DIRECT_CONVERSATION_OF_A_PAIR(StoredCollection.CONVERSATIONS, "pair") {
        /** Sparse: groups have no pair, and any number of them is welcome. */
        @Override
        IndexOptions options() {
            return super.options().unique(true).sparse(true);
        }
    },
    /** Finds the entry of a repeated send. The order of entries is that of their ids, which need no index of ours. */
    ENTRY_BY_IDEMPOTENCY_KEY(StoredCollection.ENTRIES, "conversationId senderId clientMessageId") {
        @Override
        IndexOptions options() {
            return super.options().unique(true);
        }
    },
    ENTRIES_WITH_AN_IMAGE(StoredCollection.ENTRIES, "message.image.id") {
        /** Sparse: few messages have one. */
        @Override
        IndexOptions options() {
            return super.options().sparse(true);
        }
    },
    IMAGES_NOBODY_USES(StoredCollection.IMAGES, "unusedSince") {
        /** Sparse: images in use have none, and are nearly all there are. */
        @Override
        IndexOptions options() {
            return super.options().sparse(true);
        }
    },
    READ_BY_ALL(StoredCollection.POSITIONS, "conversationId read"),
    DELIVERED_TO_ALL(StoredCollection.POSITIONS, "conversationId delivered");

    private final StoredCollection collection;
    private final String fields;

    StoredIndex(StoredCollection collection, String fields) {
        this.collection = collection;
        this.fields = fields;
    }

    StoredCollection collection() {
        return collection;
    }

    IndexModel model() {
        return new IndexModel(ascending(fields.split(" ")), options());
    }

    IndexOptions options() {
        return new IndexOptions().name(name().toLowerCase(Locale.ROOT));
    }
}
