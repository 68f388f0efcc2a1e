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
    void everyInstallationNamesTheEndpointServiceOfAtlas() {
        var context = Examples.context();
        context.put("atlasService", "mongodb.net");

        assertThatThrownBy(() -> Settings.of(context)).hasMessageContaining("atlasService");
    }

    @Test
    void thereAreAsManyZonesAsTheSizeNeeds() {
        assertThatThrownBy(() -> Examples.settings("size", "production", "zones", "a,c"))
                .hasMessageContaining("zones must name at least 3");
        assertThat(Examples.settings("region", "us-west-1", "zones", "b,c").zones())
                .containsExactly("us-west-1b", "us-west-1c");
    }

    @Test
    void mailLeavesByAZoneThatIsInUse() {
        assertThat(Examples.settings("zones", "a,b").mailZones()).containsExactly("eu-central-1a", "eu-central-1b");
        assertThat(Examples.settings("zones", "a,b", "mailZones", "b,c").mailZones())
                .containsExactly("eu-central-1b");
        assertThatThrownBy(() -> Examples.settings("zones", "a,b", "mailZones", "c"))
                .hasMessageContaining("mailZones");
    }

    @Test
    void withoutSettingsNothingIsMade() {
        assertThatThrownBy(() -> Settings.of(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
