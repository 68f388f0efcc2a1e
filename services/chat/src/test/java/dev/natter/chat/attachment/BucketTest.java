package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.get;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.join;
import static dev.natter.testing.images.TestImages.slice;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.natter.chat.Caller;
import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.S3UrlSigner;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The service's own dealings with the S3 server. */
@QuarkusTest
class BucketTest {

    private static final byte[] PNG = encoded("png", 60, 40);

    @Inject
    S3ObjectStore store;

    @Inject
    S3UrlSigner signer;

    @Inject
    AttachmentRepository images;

    @Inject
    Clock clock;

    private final Caller ada = Caller.newUser();

    @Test
    void deletesTheUploadAndEverythingStored() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var stored = ObjectKeys.stored(AttachmentKind.IMAGE, imageId, "1");
        get(store.write(stored, "image/png", List.of(ByteBuffer.wrap(PNG, 0, 7), ByteBuffer.wrap(PNG, 9, 2))));
        assertThat(get(store.read(stored, PNG.length))).isEqualTo(join(slice(PNG, 0, 7), slice(PNG, 9, 11)));
        assertThat(get(store.read(stored, 4))).isEqualTo(slice(PNG, 0, 4));

        get(store.deleteAll(ObjectKeys.storedPrefix(AttachmentKind.IMAGE, imageId))
                .chain(() -> store.delete(ObjectKeys.upload(imageId))));

        assertThat(get(store.read(ObjectKeys.upload(imageId), 1))).isNull();
        assertThat(get(store.read(stored, 1))).isNull();
    }

    @Test
    void deletesOldUploadsOnly() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);

        get(store.deleteBefore(ObjectKeys.UPLOADS, clock.instant().minus(Duration.ofHours(1))));
        assertThat(get(store.read(ObjectKeys.upload(imageId), PNG.length + 1))).isEqualTo(PNG);

        assertThat(get(store.deleteBefore(ObjectKeys.UPLOADS, clock.instant().plus(Duration.ofHours(1)))))
                .isPositive();
        assertThat(get(store.read(ObjectKeys.upload(imageId), 1))).isNull();
    }

    @Test
    void forgetsAnUnusedImageInTwoSteps() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        var later = clock.instant().plus(Duration.ofHours(1));

        assertThat(get(images.hide(imageId, clock.instant().minus(Duration.ofHours(1)))))
                .isNull();
        assertThat(get(images.hide(imageId, later))).returns(AttachmentKind.IMAGE, Attachment::kind);

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
        assertThat(get(images.hide(imageId, later))).isNull();
    }

    @Test
    void abortsOldUploadsInPartsOnly() {
        var key = ObjectKeys.upload("abandoned");
        var multipartId = get(store.beginUpload(key, "application/pdf"));
        var part = get(signer.uploadPart(key, multipartId, 1, 2, Duration.ofMinutes(1)));
        assertThat(Uploads.putPart(new JsonObject().put("url", part.url()), new byte[2]))
                .isEqualTo(200);

        get(store.abortUploadsBefore(ObjectKeys.UPLOADS, clock.instant().minus(Duration.ofHours(1))));
        assertThat(get(store.uploadedParts(key, multipartId))).hasSize(1);

        get(store.abortUploadsBefore(ObjectKeys.UPLOADS, clock.instant().plus(Duration.ofHours(1))));
        assertThat(get(store.uploadedParts(key, multipartId))).isEmpty();
    }

    /** The first release had only images, and no word for it. */
    @Test
    void knowsTheImagesOfTheFirstRelease() {
        var imageId = Uploads.uploaded(ada, "image/png", PNG);
        get(images.mongoCollection()
                .updateOne(new Document("_id", imageId), new Document("$unset", new Document("kind", "")))
                .replaceWithVoid());

        assertThat(get(images.get(imageId))).returns(AttachmentKind.IMAGE, Attachment::kind);
        assertThat(Uploads.show(ada, "images", imageId).statusCode()).isEqualTo(302);
    }

    @Test
    void isPartOfBeingReady() {
        given().get("/q/health/ready").then().body("checks.name", hasItem("S3 bucket"));
    }
}
