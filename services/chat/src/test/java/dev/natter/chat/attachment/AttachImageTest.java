package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.testing.images.TestImages;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttachImageTest extends AttachmentFixture {

    @Test
    void tellsWhatTheImageReallyIs() {
        uploaded("soup", SOUP);

        var view = get(service.attach(image("soup"), ALICE, LUNCH));

        assertThat(view).isEqualTo(new ImageView("soup", "image/png", 60, 40, SOUP.length));
    }

    @Test
    void movesItOutOfItsUploadersReach() {
        uploaded("soup", SOUP);

        get(service.attach(image("soup"), ALICE, LUNCH));

        assertThat(store.keys()).containsExactly(images.now("soup").stored().key());
        assertThat(images.now("soup").stored().key()).startsWith("images/soup/");
    }

    @Test
    void storesWhatWasInspectedHoweverTheUploadChangesMeanwhile() {
        uploaded("soup", SOUP);
        store.beforeNextWriting(() -> store.upload("soup", TestImages.ascii("<script>")));

        get(service.attach(image("soup"), ALICE, LUNCH));

        assertThat(store.get(images.now("soup").stored().key())).isEqualTo(SOUP);
    }

    @Test
    void keepsWhatTheFirstOfTwoReplicasStored() {
        uploaded("meal", SALAD);
        var other = service(checkUpload());
        store.beforeNextWriting(() -> get(other.attach(image("meal"), ALICE, DINNER)));

        var mine = get(service.attach(image("meal"), ALICE, LUNCH));

        assertThat(store.keys()).containsExactly(images.now("meal").stored().key());
        assertThat(((ImageView) mine).height()).isEqualTo(60);
        assertThat(images.now("meal").conversationIds()).containsExactly(DINNER, LUNCH);
    }

    @Test
    void mayBeDoneAgainAndElsewhereWithoutAnotherUpload() {
        uploaded("soup", SOUP);

        var first = get(service.attach(image("soup"), ALICE, LUNCH));
        var second = get(service.attach(image("soup"), ALICE, DINNER));

        assertThat(second).isEqualTo(first);
        assertThat(store.keys()).hasSize(1);
    }

    @Test
    void isForItsOwnerOnly() {
        uploaded("soup", SOUP);

        assertRefused("soup", BOB, LUNCH, 422, "image_not_found");
        assertRefused("soup", BOB, DINNER, 404, "conversation_not_found");
        assertRefused("nothing", ALICE, LUNCH, 422, "image_not_found");
        assertThat(store.keys()).containsExactly("uploads/soup");
    }

    @Test
    void waitsForTheUpload() {
        offered("soup", SOUP.length);
        assertRefused("soup", ALICE, LUNCH, 422, "image_not_found");

        store.upload("soup", SOUP);

        assertThat(((ImageView) get(service.attach(image("soup"), ALICE, LUNCH))).width())
                .isEqualTo(60);
    }

    @Test
    void deletesWhatItRefuses() {
        offered("short", SOUP.length + 1);
        store.upload("short", SOUP);
        uploaded("text", TestImages.ascii("<svg onload='alert(1)'/>"));

        assertRefused("short", ALICE, LUNCH, 422, "image_size_mismatch");
        assertRefused("text", ALICE, LUNCH, 422, "image_type_mismatch");

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void rejectsAnImageOnceAndForAll() {
        uploaded("text", TestImages.ascii("<svg onload='alert(1)'/>"));
        assertRefused("text", ALICE, LUNCH, 422, "image_type_mismatch");
        store.upload("text", SOUP);

        assertRefused("text", ALICE, DINNER, 422, "image_type_mismatch");

        assertThat(store.reads()).isEqualTo(1);
        assertThat(images.now("text").conversationIds()).isEmpty();
    }

    @Test
    void storesTheImageWithoutItsMetadata() {
        var titled = TestImages.before(SOUP, TestImages.png("tEXt", TestImages.ascii("Title\0Soup")));
        uploaded("soup", titled);

        var view = get(service.attach(image("soup"), ALICE, LUNCH));

        assertThat(store.get(images.now("soup").stored().key())).isEqualTo(SOUP);
        assertThat(((ImageView) view).bytes()).isEqualTo(SOUP.length);
    }

    @Test
    void inspectsAnImageOnceForAllWhoWantItAtTheSameTime() {
        uploaded("soup", SOUP);
        var readable = new CompletableFuture<Void>();
        store.readableWhen(readable);
        var sent = service.attach(image("soup"), ALICE, LUNCH).subscribeAsCompletionStage();
        var shown = service.url(image("soup"), ALICE).subscribeAsCompletionStage();

        readable.complete(null);

        assertThat(((ImageView) sent.join()).width()).isEqualTo(60);
        assertThat(shown.join().url()).startsWith("get:images/soup/");
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void inspectsAFewAtATimeAndTurnsAwayMoreThanMayWait() {
        var readable = new CompletableFuture<Void>();
        store.readableWhen(readable);
        var admitted = limits.inspections() + limits.waitingInspections();
        var sent = IntStream.range(0, admitted)
                .mapToObj(number -> uploaded("soup" + number, SOUP))
                .map(id -> service.attach(image(id), ALICE, LUNCH).subscribeAsCompletionStage())
                .toList();
        uploaded("late", SOUP);

        assertRefused("late", ALICE, LUNCH, 503, "images_unavailable");

        readable.complete(null);
        assertThat(sent)
                .allSatisfy(
                        each -> assertThat(((ImageView) each.join()).width()).isEqualTo(60));
        assertThat(((ImageView) get(service.attach(image("late"), ALICE, LUNCH))).width())
                .isEqualTo(60);
    }

    @Test
    void refusesNothingForGoodWhileTheBucketIsAway() {
        uploaded("soup", SOUP);
        store.goAway();

        assertRefused("soup", ALICE, LUNCH, 503, "images_unavailable");
        assertThat(images.now("soup")).isNotNull();
    }

    @Test
    void leavesNothingBehindOfWhatItCannotStore() {
        uploaded("soup", SOUP);
        store.beforeNextWriting(() -> {
            throw ApiException.unavailable(ErrorCode.IMAGES_UNAVAILABLE, "Away.", Duration.ofSeconds(5));
        });

        assertRefused("soup", ALICE, LUNCH, 503, "images_unavailable");

        assertThat(store.keys()).containsExactly("uploads/soup");
        assertThat(((ImageView) get(service.attach(image("soup"), ALICE, LUNCH))).width())
                .isEqualTo(60);
    }

    private void assertRefused(String imageId, String senderId, String conversationId, int status, String code) {
        assertThat(failure(service.attach(image(imageId), senderId, conversationId)))
                .asInstanceOf(type(ApiException.class))
                .returns(status, ApiException::status)
                .returns(code, ApiException::code);
    }
}
