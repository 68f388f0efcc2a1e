package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.testing.images.TestImages;
import dev.natter.web.ApiException;
import org.junit.jupiter.api.Test;

class ShowImageTest extends AttachmentFixture {

    @Test
    void showsItToTheMembersOfTheConversationsThatHoldIt() {
        uploaded("soup", SOUP);
        get(service.attach(image("soup"), ALICE, LUNCH));

        assertThat(get(service.url(image("soup"), BOB)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
        assertUnknown("soup", CAROL);

        get(service.attach(image("soup"), ALICE, DINNER));

        assertThat(get(service.url(image("soup"), CAROL)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
    }

    @Test
    void showsItToItsOwnerBeforeItIsSentButNeverUnverified() {
        uploaded("soup", SOUP);
        uploaded("text", TestImages.ascii("<html><script>"));
        offered("nothing", 7);

        assertThat(get(service.url(image("soup"), ALICE)).url())
                .isEqualTo("get:" + images.now("soup").stored().key());
        assertUnknown("text", ALICE);
        assertUnknown("nothing", ALICE);
        assertUnknown("soup", BOB);
        assertUnknown("no-such-image", ALICE);
    }

    private void assertUnknown(String imageId, String userId) {
        assertThat(failure(service.url(image(imageId), userId)))
                .asInstanceOf(type(ApiException.class))
                .returns(404, ApiException::status)
                .returns("image_not_found", ApiException::code);
    }
}
