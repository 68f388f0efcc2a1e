package dev.natter.chat.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.Caller;
import dev.natter.chat.attachment.OwnAttachments;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ConversationViews;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.export.ArchivePart.Bytes;
import dev.natter.chat.export.ArchivePart.File;
import dev.natter.chat.export.ExportAccount.Account;
import dev.natter.chat.message.MessageHistory;
import dev.natter.chat.profile.ProfileService;
import dev.natter.storage.avatar.AvatarStore;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slow reader holds what is read back, so that an archive of any size needs the memory of one page. */
@QuarkusTest
class ArchivePartsEndpointTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int ATTACHMENTS = 1_000;
    private static final int SIZE = 3;

    @Inject
    Memberships memberships;

    @Inject
    ConversationAccess access;

    @Inject
    ConversationViews views;

    @Inject
    MessageHistory history;

    @Inject
    ProfileService profiles;

    @Inject
    AvatarStore avatars;

    @Inject
    ObjectMapper json;

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger pieces = new AtomicInteger();

    @Test
    void readsNoFurtherThanIsWanted() {
        var reader = parts("photo.jpg").subscribe().withSubscriber(AssertSubscriber.create(5));
        reader.awaitItems(5, TIMEOUT);
        // profile, sessions, and the beginning of the conversations, of which there are none.
        assertThat(pages).hasValue(0);

        reader.request(10).awaitItems(15, TIMEOUT);
        assertThat(pieces.get()).isBetween(1, 8);
        assertThat(pages).hasValue(1);

        reader.request(Long.MAX_VALUE).awaitCompletion(TIMEOUT);
        assertThat(pieces).hasValue(ATTACHMENTS * SIZE);
        assertThat(reader.getItems().stream().filter(Bytes.class::isInstance)).hasSize(2 + ATTACHMENTS * SIZE);
    }

    @Test
    void namesLeadNowhereElse() {
        for (var hostile :
                List.of("../../etc/passwd", "a.b/c", "x.\u202egnp", "..", "n.exe:stream", "a.superlongextension")) {
            var reader = parts(hostile).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
            reader.awaitCompletion(TIMEOUT);

            assertThat(reader.getItems().stream().filter(File.class::isInstance).map(each -> ((File) each).name()))
                    .allMatch(name -> name.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)?(\\.[A-Za-z0-9]{1,10})?"));
        }
    }

    private io.smallrye.mutiny.Multi<ArchivePart> parts(String name) {
        var account = new Account(json.createObjectNode(), json.createArrayNode());
        return new ArchiveParts(
                        memberships, access, views, history, new CountedAttachments(name), profiles, avatars, json)
                .of(Caller.newUser().id(), account);
    }

    /** A thousand of three pieces each. */
    private final class CountedAttachments implements OwnAttachments {

        private final String name;

        CountedAttachments(String name) {
            this.name = name;
        }

        @Override
        public Uni<List<OwnAttachment>> page(String ownerId, String after, int limit) {
            pages.incrementAndGet();
            var from = after == null ? 0 : Integer.parseInt(after.substring(2)) + 1;
            return Uni.createFrom()
                    .item(IntStream.range(from, Math.min(from + limit, ATTACHMENTS))
                            .mapToObj(number -> new OwnAttachment(
                                    "a/%04d".formatted(number), "application/octet-stream", name, "key", SIZE))
                            .toList());
        }

        @Override
        public Uni<byte[]> read(OwnAttachment attachment, long from) {
            pieces.incrementAndGet();
            return Uni.createFrom().item(new byte[1]);
        }
    }
}
