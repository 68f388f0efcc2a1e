package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSweepTest extends ImageFixture {

    @Test
    void forgetsWhatNoMessageHasForADay() {
        uploaded("unsent", SOUP);
        uploaded("looked-at", SOUP);
        get(service.url("looked-at", ALICE));
        uploaded("sent", SOUP);
        get(service.attach("sent", ALICE, LUNCH));
        used.add("sent");
        uploaded("failed", SOUP);
        get(service.attach("failed", ALICE, LUNCH));
        clock.advance(Duration.ofHours(24).plusMillis(1));
        uploaded("fresh", SOUP);

        var gone = get(imageSweep.sweep());

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
        get(service.attach("sent", ALICE, LUNCH));
        used.add("sent");
        clock.advance(Duration.ofHours(25));
        get(imageSweep.sweep());
        used.clear();

        assertThat(get(imageSweep.sweep())).isZero();
    }

    @Test
    void keepsAnImageThatIsSentAgainMeanwhile() {
        uploaded("soup", SOUP);
        get(service.attach("soup", ALICE, LUNCH));
        clock.advance(Duration.ofHours(25));
        get(service.attach("soup", ALICE, DINNER));

        assertThat(get(imageSweep.sweep())).isZero();
    }

    @Test
    void deletesTheImagesOfADeletedAccountAlsoThoseInMessages() {
        uploaded("sent", SOUP);
        get(service.attach("sent", ALICE, LUNCH));
        used.add("sent");
        get(new DeleteImagesOfAccount(images).deleted(ALICE));
        assertThat(get(images.get("sent"))).isNull();

        assertThat(get(imageSweep.sweep())).isEqualTo(1);

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void forgetsMoreThanAPageAtOnce() {
        IntStream.range(0, 450).forEach(number -> offered("unsent" + number, 7));
        clock.advance(Duration.ofHours(25));

        assertThat(get(imageSweep.sweep())).isEqualTo(450);
    }

    @Test
    void finishesWhatAnotherReplicaLeftHalfDone() {
        uploaded("unsent", SOUP);
        clock.advance(Duration.ofHours(25));
        get(images.hide("unsent", clock.instant().minus(Duration.ofHours(24))));

        get(imageSweep.sweep());

        assertThat(store.keys()).isEmpty();
        assertThat(get(images.unusedSince(clock.instant(), 10))).isEmpty();
    }
}
