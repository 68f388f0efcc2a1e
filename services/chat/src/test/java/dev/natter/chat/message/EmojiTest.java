package dev.natter.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.web.ApiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "❤️", "🏳️‍🌈", "👩🏽‍🚀", "#️⃣", "🇮🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦"})
    void takesEveryKind(String emoji) {
        assertThat(Emoji.require(emoji)).isEqualTo(emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1", "❤", "👍👍", "👍 ", "🏽", "🏳‍🌈", "😀\u200d", "<b>", "\u200d", "\ud83d"})
    void refusesWhatIsNotOneFullyQualifiedEmoji(String text) {
        assertThatThrownBy(() -> Emoji.require(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("emoji_not_supported"));
    }
}
