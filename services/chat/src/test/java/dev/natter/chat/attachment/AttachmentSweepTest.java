package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttachmentSweepTest extends AttachmentFixture {

    @Test
    void forgetsWhatNoMessageHasForADay() {
        uploaded("unsent", SOUP);
        uploaded("looked-at", SOUP);
        get(service.url(image("looked-at"), ALICE));
        uploaded("sent", SOUP);
        get(service.attach(image("sent"), ALICE, LUNCH));
        used.add("sent");
        uploaded("failed", SOUP);
        get(service.attach(image("failed"), ALICE, LUNCH));
        clock.advance(Duration.ofHours(24).plusMillis(1));
        uploaded("fresh", SOUP);

        var gone = get(sweep.sweep());

        assertThat(gone).isEqualTo(3);
        assertThat(images.now("failed")).isNull();
        assertThat(images.now("unsent")).isNull();
        assertThat(images.now("looked-at")).isNull();
        assertThat(images.now("sent")).isNotNull();
        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        "uploads/fresh", images.now("sent").stored().key());
    }

    @Test
    void looksOnceAtAnImageThatAMessageHas() {
        uploaded("sent", SOUP);
        get(service.attach(image("sent"), ALICE, LUNCH));
        used.add("sent");
        clock.advance(Duration.ofHours(25));
        get(sweep.sweep());
        used.clear();

        assertThat(get(sweep.sweep())).isZero();
    }

    @Test
    void keepsAnImageThatIsSentAgainMeanwhile() {
        uploaded("soup", SOUP);
        get(service.attach(image("soup"), ALICE, LUNCH));
        clock.advance(Duration.ofHours(25));
        get(service.attach(image("soup"), ALICE, DINNER));

        assertThat(get(sweep.sweep())).isZero();
    }

    @Test
    void deletesTheImagesOfADeletedAccountAlsoThoseInMessages() {
        uploaded("sent", SOUP);
        get(service.attach(image("sent"), ALICE, LUNCH));
        used.add("sent");
        get(new DeleteAttachmentsOfAccount(images).deleted(ALICE));
        assertThat(get(images.get("sent"))).isNull();

        assertThat(get(sweep.sweep())).isEqualTo(1);

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void forgetsMoreThanAPageAtOnce() {
        IntStream.range(0, 450).forEach(number -> offered("unsent" + number, 7));
        clock.advance(Duration.ofHours(25));

        assertThat(get(sweep.sweep())).isEqualTo(450);
    }

    @Test
    void finishesWhatAnotherReplicaLeftHalfDone() {
        uploaded("unsent", SOUP);
        clock.advance(Duration.ofHours(25));
        get(images.hide("unsent", clock.instant().minus(Duration.ofHours(24))));

        get(sweep.sweep());

        assertThat(store.keys()).isEmpty();
        assertThat(get(images.unusedSince(clock.instant(), 10))).isEmpty();
    }
}
