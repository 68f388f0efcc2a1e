package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the image of a message that is deleted. */
class ReleaseAttachmentTest extends AttachmentFixture {

    private Instant sentAt;

    @BeforeEach
    void send() {
        uploaded("soup", SOUP);
        get(service.attach(image("soup"), ALICE, LUNCH));
        sentAt = clock.instant();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void goesFromTheBucketWithTheLastMessageThatHasIt() {
        get(releaseAttachment.begin("soup", sentAt));
        get(releaseAttachment.finish("soup"));

        assertThat(store.keys()).isEmpty();
        assertThat(images.now("soup")).isNull();
    }

    @Test
    void staysForTheOthersAndGoesFromTheViewOfThisConversation() {
        get(service.attach(image("soup"), ALICE, DINNER));
        holding.put("soup", Set.of(DINNER));
        used.add("soup");

        get(releaseAttachment.begin("soup", clock.instant()));
        get(releaseAttachment.finish("soup"));

        assertThat(images.now("soup").conversationIds()).containsExactly(DINNER);
        assertThat(store.keys()).isNotEmpty();
    }

    @Test
    void staysForAMessageThatIsBeingSentMeanwhile() {
        get(releaseAttachment.begin("soup", sentAt));
        get(service.attach(image("soup"), ALICE, DINNER));

        get(releaseAttachment.finish("soup"));

        assertThat(images.now("soup").conversationIds()).contains(DINNER);
        assertThat(store.keys()).isNotEmpty();
    }

    @Test
    void isSweptWhenTheReplicaDiesBeforeItIsRemoved() {
        get(releaseAttachment.begin("soup", sentAt));

        get(sweep.sweep());

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void isSweptWhenTheBucketIsAway() {
        get(releaseAttachment.begin("soup", sentAt));
        store.goAway();
        get(releaseAttachment.finish("soup"));
        store.comeBack();

        get(sweep.sweep());

        assertThat(store.keys()).isEmpty();
    }
}
