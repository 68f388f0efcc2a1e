package dev.natter.chat.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import org.bson.conversions.Bson;

/** Ranges of numbers in a log, by the id alone, whose index has it all; another field would lead the embedded server to another index. */
final class MongoRange {

    private MongoRange() {}

    static Bson above(String conversationId, long seq) {
        return and(
                gt("_id", EntryDocument.id(conversationId, seq)), lt("_id", EntryDocument.behindAll(conversationId)));
    }

    static Bson of(LogRange range) {
        return and(
                gt("_id", EntryDocument.id(range.conversationId(), range.after())),
                lt("_id", EntryDocument.id(range.conversationId(), range.upTo() + 1)));
    }

    static Bson below(String conversationId, long seq) {
        return and(gt("_id", EntryDocument.id(conversationId, 0)), lt("_id", EntryDocument.id(conversationId, seq)));
    }
}
