package dev.natter.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.ConversationView.ConversationFrame;
import dev.natter.chat.conversation.ConversationView.MemberView;
import dev.natter.chat.conversation.ConversationView.MineView;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.Reaction;
import dev.natter.chat.conversation.Quote;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.group.LeftFrame;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.EntryFrame;
import dev.natter.chat.log.GroupChanged;
import dev.natter.chat.log.MessageChange;
import dev.natter.chat.message.MessageFrame;
import dev.natter.chat.presence.PresenceFrame;
import dev.natter.chat.profile.ProfileService.ProfileFrame;
import dev.natter.chat.profile.ProfileService.UserView;
import dev.natter.chat.receipt.MarkPosition.ReceiptFrame;
import dev.natter.chat.typing.ShowTyping.TypingFrame;
import dev.natter.storage.avatar.AvatarView;
import dev.natter.web.JsonShape;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the published form of these frames; the web app's tests read the same ones. */
class ConversationFramesWireTest {

    private static final ObjectMapper JSON = json();
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String DIRECT = "0198c5e2-0000-7000-8000-000000000001";
    private static final String GROUP = "0198c5e2-0000-7000-8000-000000000002";
    private static final String ADA = "0198c5e2-0000-7000-8000-00000000000a";
    private static final String BOB = "0198c5e2-0000-7000-8000-00000000000b";

    private static final MessageView SOUP = new MessageView(
            "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e",
            DIRECT,
            17,
            ADA,
            "0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a",
            "Soup?",
            null,
            NOON);

    private static final MessageView PICTURE = new MessageView(
            "0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e",
            DIRECT,
            18,
            ADA,
            "5c9d8a6e-1f2b-4c3d-8e4f-5a6b7c8d9e0f",
            null,
            new ImageView("0198c5e2-0000-7000-8000-0000000000ff", "image/webp", 1600, 1200, 183_204),
            NOON.plusMillis(1));

    private static final MessageView FILE = new MessageView(
            PICTURE.id(),
            DIRECT,
            18,
            ADA,
            PICTURE.clientMessageId(),
            null,
            new FileView("0198c5e2-0000-7000-8000-0000000000fe", "Menu.pdf", "application/pdf", 183_204),
            NOON.plusMillis(1));

    private static final MessageView VOICE = new MessageView(
            PICTURE.id(),
            DIRECT,
            18,
            ADA,
            PICTURE.clientMessageId(),
            null,
            new VoiceView("0198c5e2-0000-7000-8000-0000000000fd", "audio/webm", 48_204, 4_200, List.of(0, 128, 255)),
            NOON.plusMillis(1));

    private static final MessageView REPLY = new MessageView(
            SOUP.id(),
            GROUP,
            17,
            ADA,
            SOUP.clientMessageId(),
            "Soup, @[%s]?".formatted(BOB),
            null,
            null,
            null,
            new Quote("0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0a", 3, BOB, "Lunch?", null, null, null),
            List.of(BOB),
            List.of(new Reaction("👍🏽", List.of(BOB))),
            NOON.plusSeconds(60),
            null,
            NOON,
            null);

    private static Entry.Header header(long seq, Instant at, String by) {
        return new Entry.Header(GROUP, seq, at, by, "secret", null);
    }

    static Stream<Arguments> frames() {
        var edited = new MessageChange.MessageEdited(
                header(20, NOON.plusSeconds(60), ADA), REPLY.id(), REPLY.text(), REPLY.mentions());
        var reacted =
                new MessageChange.MessageReacted(header(21, NOON.plusSeconds(120), BOB), REPLY.id(), "👍🏽", true);
        var deleted = new MessageChange.MessageDeleted(header(22, NOON.plusSeconds(180), ADA), REPLY.id());
        var added = new GroupChanged.MembersChanged(header(23, NOON.plusSeconds(240), ADA), List.of(BOB), List.of());
        var promoted = new GroupChanged.RoleChanged(header(24, NOON.plusSeconds(300), ADA), BOB, Role.ADMIN);
        var titled = new GroupChanged.TitleChanged(header(25, NOON.plusSeconds(360), BOB), "Lunch");
        return Stream.of(
                Arguments.of("entry-members", new EntryFrame(GROUP, added, null)),
                Arguments.of("entry-role", new EntryFrame(GROUP, promoted, null)),
                Arguments.of("entry-titled", new EntryFrame(GROUP, titled, null)),
                Arguments.of("left", new LeftFrame(GROUP, 26)),
                Arguments.of("entry-edited", new EntryFrame(GROUP, edited, REPLY)),
                Arguments.of("entry-reacted", new EntryFrame(GROUP, reacted, REPLY)),
                Arguments.of("entry-deleted", new EntryFrame(GROUP, deleted, deleted.applyTo(REPLY))),
                Arguments.of("message", MessageFrame.message(SOUP)),
                Arguments.of("message-image", MessageFrame.message(PICTURE)),
                Arguments.of("message-file", MessageFrame.message(FILE)),
                Arguments.of("message-voice", MessageFrame.message(VOICE)),
                Arguments.of(
                        "conversation",
                        new ConversationFrame(new ConversationView(
                                DIRECT,
                                Kind.DIRECT,
                                null,
                                null,
                                List.of(
                                        new MemberView(
                                                ADA,
                                                "Ada",
                                                AvatarView.ofUser(ADA, "1.webp"),
                                                Role.MEMBER,
                                                0,
                                                false,
                                                null,
                                                0,
                                                17),
                                        new MemberView(BOB, "Bob", null, Role.MEMBER, 0, false, null, 16, 12)),
                                2,
                                16,
                                12,
                                17,
                                SOUP,
                                5,
                                NOON,
                                new MineView(NOON, true, false, true)))),
                Arguments.of(
                        "conversation-new-group",
                        new ConversationFrame(new ConversationView(
                                GROUP,
                                Kind.GROUP,
                                "Lunch",
                                AvatarView.ofGroup(GROUP, "2.png"),
                                List.of(new MemberView(
                                        ADA, "Ada", null, Role.OWNER, 0, true, NOON.minusMillis(1), 0, 0)),
                                1_000,
                                0,
                                0,
                                0,
                                null,
                                0,
                                NOON,
                                new MineView(null, false, false, false)))),
                Arguments.of("read", new ReceiptFrame("read", DIRECT, BOB, 17, NOON)),
                Arguments.of("delivered", new ReceiptFrame("delivered", DIRECT, BOB, 18, NOON)),
                Arguments.of("presence", new PresenceFrame(BOB, false, NOON, 7L)),
                Arguments.of("presence-online", new PresenceFrame(BOB, true, null, null)),
                Arguments.of("typing", new TypingFrame(DIRECT, BOB, true)),
                Arguments.of(
                        "profile",
                        new ProfileFrame(
                                new UserView(
                                        ADA,
                                        "Countess of Lovelace",
                                        Instant.parse("2026-01-02T03:04:05.678Z"),
                                        AvatarView.ofUser(ADA, "1.webp"),
                                        "Analyst"),
                                3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void matchesItsGoldenFile(String file, ServerFrame frame) throws IOException {
        var golden = JSON.readTree(getClass().getResource("/wire/frames/" + file + ".json"));

        var written = JSON.writeValueAsString(frame);

        assertThat(JSON.readTree(written)).isEqualTo(golden);
        assertThat(written).startsWith("{\"type\":" + golden.get("type"));
    }

    private static ObjectMapper json() {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new JsonShape().customize(mapper);
        return mapper;
    }
}
