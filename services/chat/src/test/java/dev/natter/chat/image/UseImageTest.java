package dev.natter.chat.image;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.conversation.ImageView;
import dev.natter.chat.image.format.Pictures;
import dev.natter.chat.store.TestIds;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UseImageTest extends ImageFixture {

    @Test
    void tellsWhatTheImageReallyIs() {
        uploaded("soup", SOUP);

        var view = get(useImage.handle("soup", ALICE, LUNCH));

        assertThat(view).isEqualTo(new ImageView("soup", "image/png", 60, 40, SOUP.length));
    }

    @Test
    void movesItOutOfItsUploadersReach() {
        uploaded("soup", SOUP);

        get(useImage.handle("soup", ALICE, LUNCH));

        assertThat(store.keys()).containsExactly(images.get("soup").kept().key());
        assertThat(images.get("soup").kept().key()).startsWith("images/soup/");
    }

    @Test
    void servesWhatWasLookedAtHoweverTheUploadChangesMeanwhile() {
        uploaded("soup", SOUP);
        store.beforeNextReading(() -> store.upload("soup", Pictures.ascii("<script>")));

        get(useImage.handle("soup", ALICE, LUNCH));

        assertThat(store.get(images.get("soup").kept().key())).isEqualTo(SOUP);
    }

    @Test
    void keepsWhatTheFirstOfTwoSawWhenBothVerifyAtOnce() {
        uploaded("meal", SALAD);
        var other =
                new UseImage(conversations.access(), images, new VerifyImage(images, store, limits, TestIds.at(clock)));
        store.beforeNextReading(() -> get(other.handle("meal", ALICE, DINNER)));

        var mine = get(useImage.handle("meal", ALICE, LUNCH));

        assertThat(store.keys()).containsExactly(images.get("meal").kept().key());
        assertThat(mine.height()).isEqualTo(60);
        assertThat(images.get("meal").conversationIds()).containsExactly(DINNER, LUNCH);
    }

    @Test
    void mayBeDoneAgainAndElsewhereWithoutAnotherUpload() {
        uploaded("soup", SOUP);

        var first = get(useImage.handle("soup", ALICE, LUNCH));
        var second = get(useImage.handle("soup", ALICE, DINNER));

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

        assertThat(get(useImage.handle("soup", ALICE, LUNCH)).width()).isEqualTo(60);
    }

    @Test
    void deletesWhatItRefuses() {
        offered("short", SOUP.length + 1);
        store.upload("short", SOUP);
        uploaded("text", Pictures.ascii("<svg onload='alert(1)'/>"));

        assertRefused("short", ALICE, LUNCH, 422, "image_size_mismatch");
        assertRefused("text", ALICE, LUNCH, 422, "image_type_mismatch");

        assertThat(store.keys()).isEmpty();
        assertRefused("text", ALICE, LUNCH, 422, "image_not_found");
    }

    @Test
    void refusesNothingForGoodWhileTheBucketIsAway() {
        uploaded("soup", SOUP);
        store.goAway();

        assertRefused("soup", ALICE, LUNCH, 503, "images_unavailable");
        assertThat(images.get("soup")).isNotNull();
    }

    @Test
    void leavesNoCopyBehindOfWhatItCannotRead() {
        uploaded("soup", SOUP);
        store.beforeNextReading(() -> {
            throw Refusal.unavailable(ErrorCode.IMAGES_UNAVAILABLE, "Away.", Duration.ofSeconds(5));
        });

        assertRefused("soup", ALICE, LUNCH, 503, "images_unavailable");

        assertThat(store.keys()).containsExactly("uploads/soup");
        assertThat(get(useImage.handle("soup", ALICE, LUNCH)).width()).isEqualTo(60);
    }

    private void assertRefused(String imageId, String senderId, String conversationId, int status, String code) {
        assertThat(failure(useImage.handle(imageId, senderId, conversationId)))
                .asInstanceOf(type(Refusal.class))
                .returns(status, Refusal::status)
                .returns(code, Refusal::code);
    }
}
