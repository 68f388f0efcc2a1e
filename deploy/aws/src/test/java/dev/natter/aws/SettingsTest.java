package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void whatStandsInCdkJsonIsUnderstood() {
        var settings = Settings.of(Examples.context());

        assertThat(settings.size()).isEqualTo(Size.SMALL);
        assertThat(settings.zones()).containsExactly("eu-central-1a", "eu-central-1b");
        assertThat(settings.origin()).isEqualTo("https://chat.example.com");
    }

    @Test
    void whatIsMissingMalformedOrUnknownIsNamedInOneLine() {
        var context = Examples.context();
        context.put("size", "huge");
        context.put("colour", "blue");
        context.remove("domain");

        assertThatThrownBy(() -> Settings.of(context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("size", "colour is unknown", "domain")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whoTakesDocumentDbNeedsNothingOfAtlas() {
        var context = Examples.context();
        context.put("database", "documentdb");
        context.remove("atlasService");

        assertThat(Settings.of(context).atlasService()).isEmpty();

        context.put("atlasService", "mongodb.net");
        assertThatThrownBy(() -> Settings.of(context)).hasMessageContaining("atlasService");
    }

    @Test
    void whoTakesAtlasNamesItsService() {
        var context = Examples.context();
        context.remove("atlasService");

        assertThatThrownBy(() -> Settings.of(context)).hasMessageContaining("atlasService");
    }

    @Test
    void withoutSettingsNothingIsMade() {
        assertThatThrownBy(() -> Settings.of(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
