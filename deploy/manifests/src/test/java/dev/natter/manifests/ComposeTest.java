package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** deploy/compose, as docker compose itself reads it with an .env made the way its README says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeTest {
    private static final String FOLDER = "deploy/compose/";

    private JsonNode services;
    private JsonNode whole;

    @BeforeAll
    void read() throws IOException {
        whole = Compose.config(Map.of());
        services = whole.path("services");
    }

    @Test
    void everythingThatIsWaitedForSaysWhenItIsReady() {
        services.properties()
                .forEach(service -> service.getValue()
                        .path("depends_on")
                        .properties()
                        .forEach(wanted -> {
                            var condition = wanted.getValue().path("condition").asText();
                            var other = services.path(wanted.getKey());
                            if (condition.equals("service_healthy")) {
                                assertThat(other.has("healthcheck"))
                                        .as(wanted.getKey())
                                        .isTrue();
                            } else {
                                assertThat(condition).isEqualTo("service_completed_successfully");
                                assertThat(other.path("restart").asText("no")).isEqualTo("no");
                            }
                        }));
        assertThat(services.path("web").path("depends_on").properties())
                .extracting(Map.Entry::getKey)
                .contains("user", "chat", "mail");
    }

    @Test
    void noContainerMayDoMoreThanItsWork() {
        services.properties().forEach(service -> {
            assertThat(service.getValue().path("cap_drop").toString())
                    .as(service.getKey())
                    .isEqualTo("[\"ALL\"]");
            assertThat(service.getValue().has("privileged")).isFalse();
            assertThat(service.getValue().path("image").asText())
                    .as(service.getKey())
                    .matches(".+:[\\w.-]+")
                    .doesNotEndWith(":latest");
        });
        for (var ours : List.of("user", "chat", "mail", "web")) {
            assertThat(services.path(ours).path("read_only").asBoolean())
                    .as(ours)
                    .isTrue();
        }
    }

    @Test
    void theServicesGetAllRequiredVariablesAndNoUnknownOnes() {
        for (var service : Overlay.SERVICES) {
            var given = new TreeSet<String>();
            services.path(service).path("environment").fieldNames().forEachRemaining(given::add);
            var variables = Variables.of(service);
            assertThat(given).as(service).containsAll(variables.required()).isSubsetOf(variables.known());
        }
    }

    @Test
    void theServicesAreReachedThroughTheWebAppAlone() {
        for (var service : Overlay.SERVICES) {
            assertThat(services.path(service).has("ports")).as(service).isFalse();
        }
        assertThat(whole.at("/networks/backing/internal").asBoolean()).isTrue();
        assertThat(whole.at("/networks/services/internal").asBoolean()).isTrue();
    }

    /** Of what --scale is for; and that nginx finds them, ReplicasTest shows. */
    @Test
    void thereCanBeSeveralOfEachServiceAndTheWebAppFindsThem() {
        for (var service : Overlay.SERVICES) {
            assertThat(services.path(service).has("container_name")).as(service).isFalse();
            assertThat(services.path(service).has("hostname")).as(service).isFalse();
        }
        // Docker's own, in every network of a user.
        assertThat(services.at("/web/environment/NATTER_WEB_RESOLVER").asText()).isEqualTo("127.0.0.11");
    }

    @Test
    void mailGoesToTheSmtpServerOfTheEnvironment() {
        var mail = services.path("mail");

        assertThat(mail.at("/environment/NATTER_SMTP_HOST").asText()).isEqualTo("mailpit");
        assertThat(mail.at("/networks/smtp").isMissingNode()).isFalse();
        assertThat(whole.at("/networks/smtp/internal").asBoolean()).isFalse();
        assertThat(mail.at("/depends_on/mailpit").isMissingNode()).isTrue();
    }

    @Test
    void theWebAppBelievesTheTlsProxyAndNoOtherNetwork() {
        var subnet = whole.at("/networks/proxy/ipam/config/0/subnet").asText();

        assertThat(Repository.read(FOLDER + ".env.example")).contains(subnet);
        assertThat(services.at("/web/networks/proxy").isMissingNode()).isFalse();
        assertThat(subnet)
                .isNotEqualTo(
                        whole.at("/networks/services/ipam/config/0/subnet").asText());
    }

    @Test
    void noSecretHasADefaultAndTheExampleKnowsEveryOtherName() {
        var wanted = new TreeSet<String>();
        var optional = new ArrayList<String>();
        var variable = Pattern.compile("(?<!\\$)\\$\\{(\\w+)(:[?-])?");
        variable.matcher(Repository.read(FOLDER + "compose.yaml")).results().forEach(found -> {
            wanted.add(found.group(1));
            if (":-".equals(found.group(2))) {
                optional.add(found.group(1));
            }
        });
        var example = names(Repository.read(FOLDER + ".env.example"));
        var secrets = SecretsTest.secrets().keySet();

        assertThat(optional).isNotEmpty().doesNotContainAnyElementsOf(secrets);
        assertThat(example).doesNotContainAnyElementsOf(secrets).containsAll(optional);
        wanted.removeAll(example);
        assertThat(secrets).containsAll(wanted);
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        Pattern.compile("(?m)^(\\w+)=").matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
