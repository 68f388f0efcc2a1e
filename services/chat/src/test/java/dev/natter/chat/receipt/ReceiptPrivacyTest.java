package dev.natter.chat.receipt;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.RecordingDelivery;
import dev.natter.chat.RecordingDelivery.Delivered;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.StubMessageQueries;
import dev.natter.chat.profile.InMemoryProfiles;
import dev.natter.events.UserEvent.Settings;
import dev.natter.testing.TestClock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is not shown that a member has come further. */
class ReceiptPrivacyTest {

    private static final String LUNCH = "lunch";
    private static final Settings WITHOUT_RECEIPTS = new Settings(false, true, "off");

    private final TestClock clock = new TestClock();
    private final InMemoryConversations conversations = new InMemoryConversations().with(LUNCH, "ada", "bob", "cleo");
    private final StubMessageQueries messageQueries = new StubMessageQueries();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryReadPositions positions = new InMemoryReadPositions();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final MarkPosition markPosition =
            positions.markPosition(conversations.access(), messageQueries, profiles.privacy(), delivery, clock);

    @BeforeEach
    void oneMessage() {
        messageQueries.stored(new MessageView("m", LUNCH, 1, "ada", "c", "text", null, clock.instant()));
    }

    private Set<String> recipients() {
        return delivery.delivered().stream().map(Delivered::userIds).findFirst().orElse(Set.of());
    }

    @Test
    void readingWithoutReceiptsIsShownToOnesOwnDevicesAlone() {
        profiles.with("bob", WITHOUT_RECEIPTS);

        get(markPosition.read(LUNCH, "bob", 1));

        assertThat(recipients()).containsExactly("bob");
        assertThat(positions.get(LUNCH, "bob")).isEqualTo(1);
    }

    @Test
    void oneWithoutReceiptsDoesNotSeeThoseOfOthers() {
        profiles.with("bob", WITHOUT_RECEIPTS);

        get(markPosition.read(LUNCH, "ada", 1));

        assertThat(recipients()).containsExactlyInAnyOrder("ada", "cleo");
    }

    @Test
    void deliveryIsShownWithoutReceiptsToo() {
        profiles.with("bob", WITHOUT_RECEIPTS);

        get(markPosition.delivered(LUNCH, "bob", 1));

        assertThat(recipients()).containsExactlyInAnyOrder("ada", "cleo");
    }

    @Test
    void aBlockedMemberSeesNeitherReadNorDelivered() {
        profiles.blocking("bob", "ada");

        get(markPosition.delivered(LUNCH, "bob", 1));
        get(markPosition.read(LUNCH, "bob", 1));

        assertThat(delivery.delivered())
                .extracting(Delivered::userIds)
                .containsExactly(Set.of("cleo"), Set.of("bob", "cleo"));
    }
}
