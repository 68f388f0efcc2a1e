package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static dev.natter.chat.attachment.inspection.TestImages.encoded;
import static dev.natter.chat.attachment.inspection.TestImages.join;
import static dev.natter.chat.attachment.inspection.TestImages.slice;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.natter.chat.Caller;
import dev.natter.chat.attachment.S3ObjectStore.ObjectKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service's own dealings with the S3 server. */
@QuarkusTest
class BucketTest {

    private static final byte[] PNG = encoded("png", 60, 40);

    @Inject
    S3ObjectStore store;

    @Inject
    ImageRepository images;

    @Inject
    Clock clock;

    private final Caller ada = Caller.anybody();

    @Test
    void deletesTheUploadAndEverythingStored() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var stored = ObjectKeys.stored(imageId, "1");
        get(store.write(stored, "image/png", List.of(ByteBuffer.wrap(PNG, 0, 7), ByteBuffer.wrap(PNG, 9, 2))));
        assertThat(get(store.read(stored, PNG.length))).isEqualTo(join(slice(PNG, 0, 7), slice(PNG, 9, 11)));
        assertThat(get(store.read(stored, 4))).isEqualTo(slice(PNG, 0, 4));

        get(store.deleteAll(imageId));

        assertThat(get(store.read(ObjectKeys.upload(imageId), 1))).isNull();
        assertThat(get(store.read(stored, 1))).isNull();
    }

    @Test
    void deletesOldUploadsOnly() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);

        get(store.deleteUploadsBefore(clock.instant().minus(Duration.ofHours(1))));
        assertThat(get(store.read(ObjectKeys.upload(imageId), PNG.length + 1))).isEqualTo(PNG);

        assertThat(get(store.deleteUploadsBefore(clock.instant().plus(Duration.ofHours(1)))))
                .isPositive();
        assertThat(get(store.read(ObjectKeys.upload(imageId), 1))).isNull();
    }

    @Test
    void forgetsAnUnusedImageInTwoSteps() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var later = clock.instant().plus(Duration.ofHours(1));

        assertThat(get(images.hide(imageId, clock.instant().minus(Duration.ofHours(1)))))
                .isFalse();
        assertThat(get(images.hide(imageId, later))).isTrue();

        assertThat(get(images.get(imageId))).isNull();
        assertThat(get(images.hold(imageId, "lunch", later))).isNull();
        assertThat(get(images.unusedSince(later, 1_000))).contains(imageId);
        get(images.remove(imageId));
        assertThat(get(images.unusedSince(later, 1_000))).doesNotContain(imageId);
    }

    @Test
    void keepsAnImageThatAMessageIsKnownToHave() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        get(images.hold(imageId, "lunch", clock.instant()));
        var later = clock.instant().plus(Duration.ofHours(1));
        get(images.confirm(List.of(imageId), clock.instant().minus(Duration.ofHours(1))));
        assertThat(get(images.unusedSince(later, 1_000))).contains(imageId);

        get(images.confirm(List.of(imageId), later));

        assertThat(get(images.unusedSince(later, 1_000))).doesNotContain(imageId);
        assertThat(get(images.hide(imageId, later))).isFalse();
    }

    @Test
    void isPartOfBeingReady() {
        given().get("/q/health/ready").then().body("checks.name", hasItem("S3 bucket"));
    }
}
