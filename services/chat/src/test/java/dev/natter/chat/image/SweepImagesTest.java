package dev.natter.chat.image;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepImagesTest extends ImageFixture {

    @Test
    void forgetsWhatWasNotUsedForADay() {
        uploaded("unsent", SOUP);
        uploaded("looked-at", SOUP);
        get(showImage.handle("looked-at", ALICE));
        uploaded("sent", SOUP);
        get(useImage.handle("sent", ALICE, LUNCH));
        clock.advance(Duration.ofHours(24).plusMillis(1));
        uploaded("fresh", SOUP);

        var gone = get(sweepImages.handle());

        assertThat(gone).isEqualTo(2);
        assertThat(images.get("unsent")).isNull();
        assertThat(images.get("looked-at")).isNull();
        assertThat(images.get("sent")).isNotNull();
        assertThat(store.keys())
                .containsExactlyInAnyOrder(
                        "uploads/fresh", images.get("sent").kept().key());
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
