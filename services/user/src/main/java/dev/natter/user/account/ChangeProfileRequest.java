package dev.natter.user.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natter.user.account.Settings.MissedMail;
import dev.natter.web.ApiException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The requested change. As nodes, which tell a missing field from {@code null}. */
@RegisterForReflection
@Schema(name = "ChangeProfile", description = "What is missing stays as it is")
record ChangeProfileRequest(
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 50,
                description = "1 to 50 characters after trimming",
                examples = "Ada Lovelace")
        @Nullable JsonNode name,

        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = 140,
                description = "At most 140 characters after trimming; null or empty removes it",
                examples = "Analyst, metaphysician")
        @Nullable JsonNode about,

        @Schema(implementation = SettingsPatch.class) @Nullable JsonNode settings) {

    @Schema(name = "ChangeSettings", description = "What is missing stays as it is")
    private record SettingsPatch(
            @Schema(required = false) boolean readReceipts,
            @Schema(required = false) boolean lastSeen,
            @Schema(required = false) MissedMail missedMail) {}

    /** Fails with 400 if a field is invalid. */
    ProfileChange toChange() {
        if (settings != null && !settings.isObject()) {
            throw ApiException.malformed("settings", "must be an object");
        }
        return new ProfileChange(
                read("name", name, JsonNode::isTextual, "must be a string", node -> DisplayName.of(node.asText())),
                about != null && about.isNull()
                        ? About.NONE
                        : read(
                                "about",
                                about,
                                JsonNode::isTextual,
                                "must be a string",
                                node -> About.of(node.asText())),
                setting("readReceipts"),
                setting("lastSeen"),
                read(
                        "settings.missedMail",
                        inSettings("missedMail"),
                        node -> node.asText().equals("off") || node.asText().equals("hourly"),
                        "must be off or hourly",
                        node -> MissedMail.of(node.asText())));
    }

    private @Nullable Boolean setting(String name) {
        return read(
                "settings." + name,
                inSettings(name),
                JsonNode::isBoolean,
                "must be true or false",
                JsonNode::asBoolean);
    }

    private @Nullable JsonNode inSettings(String name) {
        return settings == null ? null : settings.get(name);
    }

    private static <T> @Nullable T read(
            String field,
            @Nullable JsonNode node,
            Predicate<JsonNode> isValid,
            String otherwise,
            Function<JsonNode, T> value) {
        if (node == null) {
            return null;
        }
        if (!isValid.test(node)) {
            throw ApiException.malformed(field, otherwise);
        }
        return value.apply(node);
    }
}
