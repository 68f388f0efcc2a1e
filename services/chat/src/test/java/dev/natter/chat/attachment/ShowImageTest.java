package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.attachment.inspection.TestImages;
import dev.natter.web.Refusal;
import org.junit.jupiter.api.Test;

class ShowImageTest extends ImageFixture {

    @Test
    void showsItToTheMembersOfTheConversationsThatHoldIt() {
        uploaded("soup", SOUP);
        get(service.attach("soup", ALICE, LUNCH));

        assertThat(get(service.url("soup", BOB)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
        assertUnknown("soup", CAROL);

        get(service.attach("soup", ALICE, DINNER));

        assertThat(get(service.url("soup", CAROL)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
    }

    @Test
    void showsItToItsOwnerBeforeItIsSentButNeverUnverified() {
        uploaded("soup", SOUP);
        uploaded("text", TestImages.ascii("<html><script>"));
        offered("nothing", 7);

        assertThat(get(service.url("soup", ALICE)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
        assertUnknown("text", ALICE);
        assertUnknown("nothing", ALICE);
        assertUnknown("soup", BOB);
        assertUnknown("no-such-image", ALICE);
    }

    private void assertUnknown(String imageId, String userId) {
        assertThat(failure(service.url(imageId, userId)))
                .asInstanceOf(type(Refusal.class))
                .returns(404, Refusal::status)
                .returns("image_not_found", Refusal::code);
    }
}
