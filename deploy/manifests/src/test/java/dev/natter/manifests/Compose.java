package dev.natter.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** deploy/compose, as docker compose itself reads it with an .env made the way its README says. */
final class Compose {
    static final String FOLDER = "deploy/compose/";

    private Compose() {}

    /** @param changes the operator's changes of .env */
    static JsonNode config(Map<String, String> changes) throws IOException {
        var compose = Tool.firstOf(
                "to read deploy/compose",
                List.of(List.of("docker", "compose", "version"), List.of("docker-compose", "version")));
        var env = Files.createTempFile("natter-compose", ".env");
        var text = new StringBuilder(Repository.read(FOLDER + ".env.example"));
        SecretsTest.secrets()
                .forEach((name, value) ->
                        text.append(name).append("='").append(value).append("'\n"));
        changes.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(env, text);
        var answer = compose.run(
                Repository.ROOT.resolve(FOLDER),
                Map.of(),
                "--env-file",
                env.toString(),
                "-f",
                Repository.ROOT.resolve(FOLDER + "compose.yaml").toString(),
                "config");
        Files.delete(env);
        return new ObjectMapper(new YAMLFactory()).readTree(answer.orThrow());
    }
}
