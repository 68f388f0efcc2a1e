package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put into the store is what the cluster takes out of it. */
class SecretsTest {
    private static final String PASSWORDS = """
            MONGODB_USER_URL='mongodb+srv://user:a@host/?tls=true'
            MONGODB_CHAT_URL='mongodb+srv://chat:b@host/?tls=true'
            SMTP_USERNAME='AKIA'
            SMTP_PASSWORD='c'
            """;

    /** Keeps what it is given in $FOLDER/store, as Secrets Manager would. */
    private static final String AWS = """
            #!/usr/bin/env bash
            mkdir -p "$FOLDER/store"
            id=$(sed 's/.*--secret-id \\([^ ]*\\).*/\\1/; s#/#_#g' <<<"$*")
            case "$2" in
              get-secret-value)
                case "$id" in made_*) echo "drawn-for-$id"; exit;; esac
                [ ! -e "$FOLDER/broken" ] || { echo 'ThrottlingException' >&2; exit 254; }
                cat "$FOLDER/store/$id" 2>/dev/null || { echo 'ResourceNotFoundException' >&2; exit 254; } ;;
              put-secret-value) cp "$(sed 's#.*file://##' <<<"$*")" "$FOLDER/store/$id" ;;
            esac
            """;

    @TempDir
    Path folder;

    private Script script;
    private Path outputs;

    @BeforeEach
    void begin() throws IOException {
        script = new Script(folder).withProgram("aws", AWS);
        outputs = script.outputs(Map.of(
                "ClusterName", "natter",
                "BrokerHost", "broker",
                "BrokerPassword", "made/broker",
                "CacheHost", "cache",
                "CachePassword", "made/cache"));
    }

    @Test
    void everyEntryHasWhatTheClusterReads() throws Exception {
        var ending = script.run(PASSWORDS, "secrets", outputs);

        assertThat(ending.code()).as(ending.errors()).isZero();
        var manifest = Examples.read("k8s/components/external-secrets/secrets.yaml");
        var wanted = Pattern.compile("key: ([\\w-]+)\\s+property: (\\w+)")
                .matcher(manifest)
                .results()
                .toList();
        assertThat(wanted)
                .hasSizeGreaterThan(10)
                .allSatisfy(found -> assertThat(
                                entry(found.group(1)).path(found.group(2)).asText())
                        .as(found.group())
                        .isNotEmpty());
        for (var name : new String[] {"user", "chat", "mail", "mail-scaler"}) {
            var known = new TreeSet<String>();
            wanted.stream().filter(it -> it.group(1).equals(name)).forEach(it -> known.add(it.group(2)));
            assertThat(entry(name).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(known);
        }
        assertThat(entry("user").path("NATTER_REDIS_URL").asText())
                .isEqualTo("rediss://:drawn-for-made_cache@cache:6379");
        assertThat(ending.output()).doesNotContain("drawn-for");
    }

    @Test
    void keysAreDrawnOnce() throws Exception {
        script.run(PASSWORDS, "secrets", outputs);
        var first = entry("user");

        script.run(PASSWORDS.replace("'c'", "'d'"), "secrets", outputs);

        assertThat(entry("user")).isEqualTo(first);
        assertThat(entry("chat").path("NATTER_INTERNAL_TOKEN")).isEqualTo(first.path("NATTER_INTERNAL_TOKEN"));
        assertThat(entry("mail").path("NATTER_SMTP_PASSWORD").asText()).isEqualTo("d");
    }

    @Test
    void eachServiceHasABrokerAccountOfItsOwnThatLastsAndNoneIsTheAdministrators() throws Exception {
        script.run(PASSWORDS, "secrets", outputs);
        var first = List.of(
                account("user"),
                account("chat"),
                account("mail"),
                entry("mail-scaler").toString());

        script.run(PASSWORDS, "secrets", outputs);

        assertThat(List.of(
                        account("user"),
                        account("chat"),
                        account("mail"),
                        entry("mail-scaler").toString()))
                .isEqualTo(first)
                .doesNotHaveDuplicates()
                .noneMatch(entry -> entry.contains("administrator") || entry.contains("drawn-for-made_broker"));
        assertThat(first.get(0)).startsWith("natter-user:");
        assertThat(first.get(3)).contains("amqps://natter-scaler:");
    }

    @Test
    void importsTheAccountsIntoTheBrokerWithoutAPasswordOnAnyCommandLine() throws Exception {
        script.run(PASSWORDS, "secrets", outputs);
        script.withProgram("kubectl", "#!/usr/bin/env bash\necho \"$*\" >\"$FOLDER/asked\"; cat >\"$FOLDER/input\"\n");

        var ending = script.run("", "broker-accounts", outputs);

        assertThat(ending.code()).as(ending.errors()).isZero();
        var input = Files.readString(folder.resolve("input"));
        assertThat(input)
                .contains("url = \"https://broker/api/definitions\"", "natter-administrator:drawn-for-made_broker");
        var definitions = Synthesis.JSON.readTree(Synthesis.JSON
                .readTree(input.lines()
                        .filter(line -> line.startsWith("data = "))
                        .findFirst()
                        .orElseThrow()
                        .substring("data = ".length()))
                .asText());
        assertThat(definitions.path("users"))
                .extracting(user ->
                        user.path("name").asText() + ":" + user.path("password").asText())
                .contains(account("user"), account("chat"), account("mail"))
                .hasSize(4);
        assertThat(definitions.path("permissions"))
                .extracting(it -> it.path("user").asText())
                .containsExactly("natter-user", "natter-chat", "natter-mail", "natter-scaler");
        assertThat(Files.readString(folder.resolve("asked")))
                .doesNotContain(account("user").split(":", 2)[1], "drawn-for-made_broker");
    }

    private String account(String service) {
        var entry = entry(service);
        return entry.path("NATTER_RABBITMQ_USERNAME").asText() + ":"
                + entry.path("NATTER_RABBITMQ_PASSWORD").asText();
    }

    @Test
    void aStoreThatDoesNotAnswerIsNoReasonForNewKeys() throws Exception {
        script.run(PASSWORDS, "secrets", outputs);
        var first = entry("user");
        Files.createFile(folder.resolve("broken"));

        var ending = script.run(PASSWORDS, "secrets", outputs);

        assertThat(ending.code()).isNotZero();
        assertThat(entry("user")).isEqualTo(first);
    }

    @Test
    void whatIsNotGivenIsNamed() throws Exception {
        var ending = script.run("SMTP_USERNAME='AKIA'\n", "secrets", outputs);

        assertThat(ending.code()).isNotZero();
        assertThat(ending.errors()).contains("MONGODB_USER_URL is missing");
        assertThat(folder.resolve("store/natter_user")).doesNotExist();
    }

    @Test
    void thePasswordForSmtpIsTheOneThatSesDerivesToo() throws Exception {
        var secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

        var ending = script.run(secret + "\n", "smtp-password", "eu-central-1");

        assertThat(ending.output().strip()).isEqualTo(derived(secret, "eu-central-1"));
    }

    private static String derived(String secret, String region) throws GeneralSecurityException {
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : new String[] {"11111111", region, "ses", "aws4_request", "SendRawEmail"}) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            key = mac.doFinal(part.getBytes(StandardCharsets.UTF_8));
        }
        var marked = new byte[key.length + 1];
        marked[0] = 4;
        System.arraycopy(key, 0, marked, 1, key.length);
        return Base64.getEncoder().encodeToString(marked);
    }

    private JsonNode entry(String name) {
        try {
            return Synthesis.JSON.readTree(Files.readString(folder.resolve("store/natter_" + name)));
        } catch (IOException failure) {
            throw new AssertionError(name, failure);
        }
    }
}
