package dev.natter.chat.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.attachment.OwnAttachments;
import dev.natter.chat.attachment.OwnAttachments.OwnAttachment;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationViews;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.export.ExportAccount.Account;
import dev.natter.chat.message.MessageHistory;
import dev.natter.chat.profile.ProfileService;
import dev.natter.storage.avatar.AvatarStore;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an archive has, a page at a time and not before the page is wanted. Everything is read as the API shows it to this
 * user: what is hidden, deleted, or from before the user joined is not there either.
 */
@ApplicationScoped
class ArchiveParts {

    private static final int MESSAGES = 100;
    private static final int CONVERSATIONS = 30;
    private static final int ATTACHMENTS = 100;
    private static final int NOT_FOUND = 404;

    private final Memberships memberships;
    private final ConversationAccess access;
    private final ConversationViews views;
    private final MessageHistory history;
    private final OwnAttachments attachments;
    private final ProfileService profiles;
    private final AvatarStore avatars;
    private final ObjectMapper json;

    ArchiveParts(
            Memberships memberships,
            ConversationAccess access,
            ConversationViews views,
            MessageHistory history,
            OwnAttachments attachments,
            ProfileService profiles,
            AvatarStore avatars,
            ObjectMapper json) {
        this.memberships = memberships;
        this.access = access;
        this.views = views;
        this.history = history;
        this.attachments = attachments;
        this.profiles = profiles;
        this.avatars = avatars;
        this.json = json;
    }

    Multi<ArchivePart> of(String userId, Account account) {
        return memberships
                .visibleTo(userId)
                .map(visible -> List.copyOf(new TreeSet<>(visible.keySet())))
                .onItem()
                .transformToMulti(ids -> Multi.createBy()
                        .concatenating()
                        .streams(
                                document("profile.json", account.profile()),
                                photo(userId),
                                document("sessions.json", account.sessions()),
                                conversations(ids, userId),
                                Multi.createFrom()
                                        .iterable(ids)
                                        .onItem()
                                        .transformToMultiAndConcatenate(id -> messages(id, userId)),
                                attachments(userId),
                                Multi.createFrom().item(new ArchivePart.End())));
    }

    private Multi<ArchivePart> document(String name, JsonNode content) {
        return Multi.createFrom()
                .items(new ArchivePart.File(name, true), new ArchivePart.Bytes(ByteBuffer.wrap(pretty(content))));
    }

    /** Of a photo that was deleted meanwhile there is nothing. */
    private Multi<ArchivePart> photo(String userId) {
        return profiles.find(List.of(userId)).onItem().transformToMulti(found -> {
            var profile = found.get(userId);
            var version = profile == null ? null : profile.avatar();
            return version == null
                    ? Multi.createFrom().empty()
                    : avatars.read(AvatarStore.ofUser(userId), version)
                            .onItem()
                            .transformToMulti(bytes -> bytes == null
                                    ? Multi.createFrom().empty()
                                    : file(
                                            "photo" + version.substring(version.lastIndexOf('.')),
                                            false,
                                            Multi.createFrom().item(new ArchivePart.Bytes(ByteBuffer.wrap(bytes)))));
        });
    }

    private byte[] pretty(JsonNode content) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode", failure);
        }
    }

    private Multi<ArchivePart> conversations(Collection<String> ids, String userId) {
        var pages = Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(CONVERSATIONS)
                .onItem()
                .<ArchivePart>transformToUniAndConcatenate(some -> access.among(some, userId)
                        .chain(found -> views.of(found, userId))
                        .map(ArchivePart.Lines::new));
        return file("conversations.jsonl", true, pages);
    }

    private Multi<ArchivePart> messages(String conversationId, String userId) {
        var after = new AtomicLong();
        var pages = Multi.createBy()
                .repeating()
                .uni(() -> history.following(conversationId, userId, after.get(), MESSAGES)
                        .invoke(page -> goOn(after, page))
                        // The user has been removed meanwhile.
                        .onFailure(ArchiveParts::isGone)
                        .recoverWithItem(MessageHistory.MessagePage.EMPTY))
                .whilst(MessageHistory.MessagePage::hasMore)
                .<ArchivePart>map(page -> new ArchivePart.Lines(page.items()));
        return file("messages/" + safe(conversationId) + ".jsonl", true, pages);
    }

    /** Without this, a log whose numbers contradict its order would make an endless archive. */
    private static void goOn(AtomicLong after, MessageHistory.MessagePage page) {
        if (page.hasMore() && page.lastSeq() <= after.get()) {
            throw new IllegalStateException("a log does not go on");
        }
        after.set(page.lastSeq());
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ApiException refused && refused.status() == NOT_FOUND;
    }

    private Multi<ArchivePart> attachments(String userId) {
        var pages = Multi.createBy()
                .repeating()
                .uni(
                        Last::new,
                        last -> attachments.page(userId, last.id, ATTACHMENTS).invoke(last::at))
                .whilst(page -> page.size() == ATTACHMENTS);
        return pages.onItem()
                .transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page))
                .onItem()
                .transformToMultiAndConcatenate(this::attachment);
    }

    /** Of what was deleted meanwhile there is nothing. */
    private Multi<ArchivePart> attachment(OwnAttachment own) {
        return attachments
                .read(own, 0)
                .onItem()
                .transformToMulti(first -> first == null
                        ? Multi.createFrom().empty()
                        : file(
                                "attachments/" + safe(own.id()) + extension(own),
                                false,
                                Multi.createBy()
                                        .concatenating()
                                        .streams(
                                                Multi.createFrom().item(new ArchivePart.Bytes(ByteBuffer.wrap(first))),
                                                rest(own, first.length))));
    }

    private Multi<ArchivePart> rest(OwnAttachment own, long from) {
        var next = new AtomicLong(from);
        return from >= own.bytes()
                ? Multi.createFrom().empty()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> attachments
                                .read(own, next.get())
                                .onItem()
                                .ifNull()
                                .failWith(() -> new IllegalStateException("an attachment is gone in the middle"))
                                .invoke(bytes -> next.addAndGet(bytes.length)))
                        .whilst(bytes -> next.get() < own.bytes())
                        .map(bytes -> new ArchivePart.Bytes(ByteBuffer.wrap(bytes)));
    }

    private static Multi<ArchivePart> file(String name, boolean compressed, Multi<ArchivePart> content) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(new ArchivePart.File(name, compressed)), content);
    }

    /** Letters, digits, hyphens and underscores: nothing that leads elsewhere when the archive is unpacked. */
    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    /** Of the name under which it was uploaded, or of its type. */
    private static String extension(OwnAttachment own) {
        var named = own.name() == null || own.name().lastIndexOf('.') < 0
                ? own.contentType()
                        .replaceFirst("^[^/]*/", "")
                        .replaceFirst(";.*", "")
                        .replace("jpeg", "jpg")
                : own.name().substring(own.name().lastIndexOf('.') + 1);
        var plain = named.replaceAll("[^A-Za-z0-9]", "");
        return plain.isEmpty() || plain.length() > 10 ? "" : "." + plain;
    }

    /** The last attachment that was read. */
    private static final class Last {

        private @Nullable String id;

        void at(List<OwnAttachment> page) {
            if (!page.isEmpty()) {
                id = page.get(page.size() - 1).id();
            }
        }
    }
}
