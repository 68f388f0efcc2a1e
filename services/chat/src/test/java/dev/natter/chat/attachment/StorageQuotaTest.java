package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.mongo.TestIds;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one user may store: here the bytes of two soups. */
class StorageQuotaTest extends AttachmentFixture {

    @BeforeEach
    void limit() {
        limits.storagePerUser(2L * SOUP.length);
    }

    @Test
    void countsOffersThatMayStillBeTaken() {
        uploaded("1-one", SOUP);
        uploaded("2-two", SOUP);

        assertFull(offer("3-three"));

        assertThat(images.now("3-three")).isNull();
        clock.advance(Duration.ofHours(1).plusMillis(1));
        get(offer("3-three"));
    }

    @Test
    void doesNotCountOffersThatFailed() {
        limits.storagePerUser(20_000_000L);
        var offers = new OfferUpload(
                images, quota, new StubUrls(), store, new UnlimitedRates(), limits, TestIds.at(clock), clock);

        // More than 16 MiB are uploaded in parts, which the store has to know of.
        assertThat(failure(offers.file(ALICE, "large", "text/plain", 18_000_000L)))
                .isInstanceOf(ApiException.class)
                .extracting("status")
                .isEqualTo(503);

        get(offers.file(ALICE, "small", "text/plain", 16_000_000L));
    }

    @Test
    void countsWhatIsStoredForAsLongAsItIs() {
        uploaded("1-one", SOUP);
        get(service.attach(image("1-one"), ALICE, LUNCH));
        uploaded("2-two", SOUP);
        get(service.attach(image("2-two"), ALICE, LUNCH));
        var sentAt = clock.instant();
        clock.advance(Duration.ofHours(2));

        assertFull(offer("3-three"));

        get(releaseAttachment.begin("1-one", sentAt));
        get(releaseAttachment.finish("1-one"));
        get(offer("3-three"));
    }

    @Test
    void countsAnUploadWhoseOfferHasExpiredWhenItIsFirstUsed() {
        uploaded("1-one", SOUP);
        clock.advance(Duration.ofHours(2));
        uploaded("2-two", SOUP);
        uploaded("3-three", SOUP);

        assertFull(service.attach(image("1-one"), ALICE, LUNCH));

        assertThat(images.now("1-one").rejection()).isNull();
        get(images.hide("2-two", Instant.MAX));
        assertThat(get(service.attach(image("1-one"), ALICE, LUNCH)).id()).isEqualTo("1-one");
    }

    @Test
    void doesNotCountWhatIsRejectedNorWhatOthersHave() {
        uploaded("1-one", SOUP);
        offered("text", SOUP.length);
        store.upload("text", new byte[SOUP.length]);
        assertThat(failure(service.attach(image("text"), ALICE, LUNCH))).isInstanceOf(ApiException.class);
        get(images.add(Attachment.offered(
                "bobs", AttachmentKind.IMAGE, BOB, "image/png", 7_000, null, null, clock.instant())));

        get(offer("2-two"));
    }

    @Test
    void theFirstOfConcurrentOffersWin() {
        var offers = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Attachment.offered(
                        "" + number,
                        AttachmentKind.IMAGE,
                        ALICE,
                        "image/png",
                        SOUP.length,
                        null,
                        null,
                        clock.instant()))
                .toList();
        offers.forEach(offer -> get(images.add(offer)));

        assertFull(quota.requireRoomForOffer(offers.get(2)));
        get(quota.requireRoomForOffer(offers.get(1)));
        get(quota.requireRoomForOffer(offers.get(0)));
    }

    @Test
    void isNoneWhenItIsZero() {
        limits.storagePerUser(0);
        uploaded("1-one", SOUP);
        uploaded("2-two", SOUP);

        get(offer("3-three"));
    }

    private Uni<Void> offer(String id) {
        return Uni.createFrom()
                .item(() -> Attachment.offered(
                        id, AttachmentKind.IMAGE, ALICE, "image/png", SOUP.length, null, null, clock.instant()))
                .call(images::add)
                .chain(quota::requireRoomForOffer);
    }

    private static void assertFull(Uni<?> use) {
        assertThat(failure(use))
                .asInstanceOf(type(ApiException.class))
                .returns(422, ApiException::status)
                .returns("storage_full", ApiException::code);
    }
}
