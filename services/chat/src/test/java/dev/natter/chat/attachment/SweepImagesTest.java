package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepImagesTest extends ImageFixture {

    @Test
    void forgetsWhatNoMessageHasForADay() {
        uploaded("unsent", SOUP);
        uploaded("looked-at", SOUP);
        get(showImage.handle("looked-at", ALICE));
        uploaded("sent", SOUP);
        get(attachImage.handle("sent", ALICE, LUNCH));
        used.add("sent");
        uploaded("failed", SOUP);
        get(attachImage.handle("failed", ALICE, LUNCH));
        clock.advance(Duration.ofHours(24).plusMillis(1));
        uploaded("fresh", SOUP);

        var gone = get(sweepImages.handle());

        assertThat(gone).isEqualTo(3);
        assertThat(images.get("failed")).isNull();
        assertThat(images.get("unsent")).isNull();
        assertThat(images.get("looked-at")).isNull();
        assertThat(images.get("sent")).isNotNull();
        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        "uploads/fresh", images.get("sent").stored().key());
    }

    @Test
    void looksOnceAtAnImageThatAMessageHas() {
        uploaded("sent", SOUP);
        get(attachImage.handle("sent", ALICE, LUNCH));
        used.add("sent");
        clock.advance(Duration.ofHours(25));
        get(sweepImages.handle());
        used.clear();

        assertThat(get(sweepImages.handle())).isZero();
    }

    @Test
    void keepsAnImageThatIsSentAgainMeanwhile() {
        uploaded("soup", SOUP);
        get(attachImage.handle("soup", ALICE, LUNCH));
        clock.advance(Duration.ofHours(25));
        get(attachImage.handle("soup", ALICE, DINNER));

        assertThat(get(sweepImages.handle())).isZero();
    }

    @Test
    void forgetsMoreThanAPageAtOnce() {
        IntStream.range(0, 450).forEach(number -> offered("unsent" + number, 7));
        clock.advance(Duration.ofHours(25));

        assertThat(get(sweepImages.handle())).isEqualTo(450);
    }

    @Test
    void finishesWhatAnotherReplicaLeftHalfDone() {
        uploaded("unsent", SOUP);
        clock.advance(Duration.ofHours(25));
        get(images.beginToForget("unsent", clock.instant().minus(Duration.ofHours(24))));

        get(sweepImages.handle());

        assertThat(store.keys()).isEmpty();
        assertThat(get(images.unusedSince(clock.instant(), 10))).isEmpty();
    }
}
