package dev.natter.chat.message;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Positions;
import dev.natter.chat.conversation.Positions.Position;
import dev.natter.chat.message.MessageReceipts.MessageReceiptsView;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.chat.profile.Privacy;
import dev.natter.events.UserEvent.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReceiptsTest {

    private static final Settings WITHOUT_RECEIPTS = new Settings(false, true, "off");

    private final Conversation lunch =
            new InMemoryConversations().with("lunch", "ada", "bob", "cleo").get("lunch");
    private final Positions positions =
            new Positions(Map.of("lunch", Map.of("bob", new Position(7, 7), "cleo", new Position(7, 7))));
    private final Privacy privacy = new Privacy(new InMemoryProfiles().with("cleo", WITHOUT_RECEIPTS));

    @Test
    void namesEverybodyWhoHasComeThisFar() {
        assertThat(receipts(7, "ada").receivedBy()).containsExactly("bob", "cleo");
        assertThat(receipts(8, "ada").receivedBy()).isEmpty();
    }

    @Test
    void doesNotNameReadersWhoKeepItToThemselvesNorTellThoseWhoDo() {
        assertThat(receipts(7, "ada").readBy()).containsExactly("bob");
        assertThat(receipts(7, "cleo").readBy()).containsExactly("cleo");
    }

    private MessageReceiptsView receipts(long seq, String viewerId) {
        var message = new MessageView("m", "lunch", seq, "ada", "c", "Soup?", null, Instant.EPOCH);
        var visibility = get(privacy.of(List.of("ada", "bob", "cleo")));
        return MessageReceipts.view(lunch, message, positions, visibility, viewerId);
    }
}
