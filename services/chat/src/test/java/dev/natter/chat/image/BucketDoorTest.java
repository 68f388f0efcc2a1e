package dev.natter.chat.image;

import static dev.natter.chat.Unis.get;
import static dev.natter.chat.image.format.Pictures.encoded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service's own dealings with the S3 server. */
@QuarkusTest
class BucketDoorTest {

    private static final byte[] PNG = encoded("png", 60, 40);

    @Inject
    ImageStore store;

    @Inject
    Images images;

    @Inject
    Clock clock;

    private final Caller ada = Caller.anybody();

    @Test
    void deletesTheUploadAndEveryCopy() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var kept = Keys.kept(imageId, "1");
        assertThat(get(store.copyUpload(imageId, kept))).isTrue();
        assertThat(get(store.read(kept, 0, PNG.length * 2))).isEqualTo(PNG);
        assertThat(get(store.read(kept, 8, 4))).containsExactly(0, 0, 0, 13);

        get(store.deleteAll(imageId));

        assertThat(get(store.uploaded(imageId))).isNull();
        assertThat(get(store.copyUpload(imageId, kept))).isFalse();
    }

    @Test
    void deletesOldUploadsOnly() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);

        get(store.deleteUploadsBefore(clock.instant().minus(Duration.ofHours(1))));
        assertThat(get(store.uploaded(imageId))).isEqualTo(PNG.length);

        assertThat(get(store.deleteUploadsBefore(clock.instant().plus(Duration.ofHours(1)))))
                .isPositive();
        assertThat(get(store.uploaded(imageId))).isNull();
    }

    @Test
    void forgetsAnUnusedImageInTwoSteps() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var later = clock.instant().plus(Duration.ofHours(1));

        assertThat(get(images.beginToForget(imageId, clock.instant().minus(Duration.ofHours(1)))))
                .isFalse();
        assertThat(get(images.beginToForget(imageId, later))).isTrue();

        assertThat(get(images.find(imageId))).isNull();
        assertThat(get(images.hold(imageId, "lunch"))).isNull();
        assertThat(get(images.unusedSince(later, 1_000))).contains(imageId);
        get(images.forget(imageId));
        assertThat(get(images.unusedSince(later, 1_000))).doesNotContain(imageId);
    }

    @Test
    void isPartOfBeingReady() {
        given().get("/q/health/ready").then().body("checks.name", hasItem("S3 bucket"));
    }
}
