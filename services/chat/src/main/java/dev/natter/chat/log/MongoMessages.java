package dev.natter.chat.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.chat.attachment.AttachmentUsage;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entry.MessageSent;
import dev.natter.chat.log.EntryDocument.LockDocument;
import dev.natter.chat.log.EntryDocument.MessageDocument;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Queries are by id, by the index {@code changes_of_a_message}, or by {@code changes_under_way}. */
@ApplicationScoped
class MongoMessages implements Messages, AttachmentUsage {

    /** The ids of attachments, by kind. Indexes {@code entries_with_an_image}, {@code …_a_file} and {@code …_a_voice}. */
    private static final List<String> ATTACHMENT_IDS =
            List.of("message.image.id", "message.file.id", "message.voice.id");

    private static final String LOCK = "message.lock";
    private static final String LOCKED_AT = "message.lock.at";
    private static final FindOneAndUpdateOptions BEFORE =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE);

    private final ChatDatabase database;
    private final ReactiveMongoCollection<EntryDocument> entries;

    MongoMessages(ChatDatabase database) {
        this.database = database;
        this.entries = database.collection("entries", EntryDocument.class);
    }

    @Override
    public Uni<@Nullable MessageSent> find(String conversationId, String messageId) {
        return messages(is(conversationId, messageId), 1).map(found -> found.isEmpty() ? null : found.get(0));
    }

    @Override
    public Uni<List<MessageSent>> withNumbers(String conversationId, Collection<Long> seqs) {
        var ids =
                seqs.stream().map(seq -> EntryDocument.id(conversationId, seq)).toList();
        return messages(and(in("_id", ids), eq("type", Entry.MESSAGE)), ids.size());
    }

    @Override
    public Uni<@Nullable MessageSent> lock(String conversationId, String messageId, Lock lock, Instant expired) {
        var isFree = or(exists(LOCK, false), lt(LOCKED_AT, expired));
        return database.execute(() -> entries.findOneAndUpdate(
                        and(is(conversationId, messageId), isFree),
                        set(LOCK, new LockDocument(lock.key(), lock.at())),
                        BEFORE))
                .map(found -> found == null ? null : (MessageSent) found.toEntry());
    }

    /** The state is written as a whole, without a lock. */
    @Override
    public Uni<Boolean> unlock(MessageView state, String key) {
        return database.execute(() -> entries.updateOne(
                        and(is(state.conversationId(), state.id()), eq("message.lock.key", key)),
                        set("message", MessageDocument.of(state))))
                .map(result -> result.getMatchedCount() > 0);
    }

    @Override
    public Uni<List<MessageChange>> changes(String conversationId, String messageId) {
        return database.execute(
                () -> entries.find(isChangeOf(conversationId, messageId), new FindOptions().sort(ascending("_id")))
                        .map(found -> (MessageChange) found.toEntry())
                        .collect()
                        .asList());
    }

    @Override
    public Uni<Void> clearEdits(String conversationId, String messageId) {
        return database.execute(() -> entries.updateMany(
                        and(isChangeOf(conversationId, messageId), eq("type", Entry.EDITED)),
                        combine(unset("change.text"), unset("change.mentions"))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<MessageSent>> lockedBefore(Instant then, int limit) {
        return messages(lt(LOCKED_AT, then), limit);
    }

    @Override
    public Uni<Set<String>> usedAmong(Collection<String> ids) {
        return Multi.createFrom()
                .iterable(ATTACHMENT_IDS)
                .onItem()
                .transformToUniAndConcatenate(field -> distinct(field, in(field, ids)))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .concatenate()
                .collect()
                .with(Collectors.toSet());
    }

    @Override
    public Uni<Boolean> isUsed(String id, String conversationId, long fromSeq) {
        return messages(and(MongoRange.above(conversationId, fromSeq - 1), has(id)), 1)
                .map(found -> !found.isEmpty());
    }

    @Override
    public Uni<Set<String>> conversationsWith(String id) {
        return distinct("conversationId", has(id));
    }

    private static Bson has(String attachmentId) {
        return or(ATTACHMENT_IDS.stream().map(field -> eq(field, attachmentId)).toList());
    }

    private Uni<Set<String>> distinct(String field, Bson filter) {
        return database.execute(
                () -> entries.distinct(field, filter, String.class).collect().with(Collectors.toSet()));
    }

    private Uni<List<MessageSent>> messages(Bson filter, int limit) {
        return database.execute(() -> entries.find(filter, new FindOptions().limit(limit))
                .map(found -> (MessageSent) found.toEntry())
                .collect()
                .asList());
    }

    private static Bson is(String conversationId, String messageId) {
        var seq = MessageId.seq(messageId);
        return and(
                seq > 0 ? eq("_id", EntryDocument.id(conversationId, seq)) : MongoRange.above(conversationId, 0),
                eq("message.id", messageId));
    }

    private static Bson isChangeOf(String conversationId, String messageId) {
        return and(MongoRange.above(conversationId, MessageId.seq(messageId)), eq("change.messageId", messageId));
    }
}
