package dev.natter.chat.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;

/** Every index, named after the query it serves. Features rely on the unique ones to decide races. */
final class Indexes {

    static final Map<String, List<IndexModel>> BY_COLLECTION = Map.of(
            "conversations",
            List.of(
                    // Without updatedAt: an entry for each member would be rewritten with each message. The few
                    // conversations of one person are sorted, and searched for pinned and archived ones, after they
                    // are found.
                    index("conversations_of_a_member", false, "memberIds"),
                    // Sparse: groups have no pair.
                    sparse("direct_conversation_of_a_pair", true, "pair")),
            "entries",
            List.of(
                    // The order of entries is that of their ids, which need no further index.
                    index("entry_by_idempotency_key", true, "conversationId", "senderId", "clientMessageId"),
                    sparse("entries_with_an_image", false, "message.image.id"),
                    sparse("entries_with_a_file", false, "message.file.id"),
                    sparse("entries_with_a_voice", false, "message.voice.id"),
                    // Sparse: plain messages are not in them.
                    sparse("changes_of_a_message", false, "change.messageId"),
                    sparse("changes_under_way", false, "message.lock.at")),
            // All kinds of attachments.
            "images",
            // Sparse: an attachment that a message has no longer has the field.
            List.of(sparse("images_nobody_uses", false, "unusedSince"), index("images_of_an_owner", false, "ownerId")),
            "push_subscriptions",
            List.of(
                    index("push_subscriptions_of_a_user", false, "userId"),
                    index("push_subscriptions_of_a_session", false, "sessionId")),
            "profiles",
            // Sparse: few users want mails.
            List.of(sparse("missed_mails_due", false, "missedMail.dueAt")),
            "positions",
            List.of(
                    index("read_by_all", false, "conversationId", "read"),
                    index("delivered_to_all", false, "conversationId", "delivered")),
            "invites",
            List.of(
                    index("invites_of_an_inviter", false, "inviterId", "expiresAt"),
                    index("expired_invites", false, "expiresAt")),
            "search_texts",
            List.of(index("segments_of_a_log", false, "conversationId", "last")));

    private Indexes() {}

    private static IndexModel index(String name, boolean unique, String... fields) {
        return new IndexModel(ascending(fields), new IndexOptions().name(name).unique(unique));
    }

    private static IndexModel sparse(String name, boolean unique, String... fields) {
        return new IndexModel(
                ascending(fields), new IndexOptions().name(name).unique(unique).sparse(true));
    }
}
