package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stacks say fits what the cluster's manifests want to know. */
class OverlayTest {
    private static final Map<String, String> ADDRESSES = Map.of(
            "ClusterName", "natter",
            "ImagesBucket", "natter-images-1-eu-west-1",
            "ImagesOrigin", "https://natter-images-1-eu-west-1.s3.eu-west-1.amazonaws.com",
            "BrokerHost", "b-1.mq.eu-west-1.amazonaws.com",
            "MailHost", "email-smtp.eu-west-1.amazonaws.com",
            "MailFrom", "natter@people.test",
            "Certificate", "arn:aws:acm:eu-west-1:999:certificate/c",
            "Registry", "999.dkr.ecr.eu-west-1.amazonaws.com",
            "AtlasEndpoint", "vpce-1");

    @TempDir
    Path folder;

    @Test
    void everyOutputThatAScriptReadsIsOneThatAStackHas() {
        var read = new TreeSet<String>();
        for (var script : new String[] {"door", "overlay", "secrets", "controllers"}) {
            Pattern.compile("\\$\\(value (\\w+)(?: '')?\\)")
                    .matcher(Examples.read("deploy/aws/" + script))
                    .results()
                    .forEach(found -> read.add(found.group(1)));
        }

        assertThat(read).contains("BrokerHost", "ClusterName");
        assertThat(outputs(new Synthesis("with options", Examples.settings("waf", "on", "accessLogs", "on"))))
                .containsAll(read);
    }

    @Test
    void theOverlayThatIsMadeOfThemBuildsAndHoldsNoExample() throws Exception {
        var overlay = Files.createDirectories(Examples.ROOT.resolve("deploy/aws/target/overlays"))
                .resolve("made");
        var script = new Script(folder);

        var ending = script.run("", "overlay", script.outputs(ADDRESSES), overlay, "https://chat.people.test", "1.2.3");

        assertThat(ending.code()).as(ending.errors()).isZero();
        var text = new StringBuilder();
        try (var files = Files.list(overlay)) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) {
                text.append(Files.readString(file));
            }
        }
        assertThat(text)
                .doesNotContainPattern("example|111122223333|eu-central-1|newTag: 0\\.1\\.0")
                .contains("NATTER_S3_BUCKET=natter-images-1-eu-west-1", "NATTER_S3_REGION=eu-west-1")
                .contains("NATTER_RABBITMQ_HOST=b-1.mq.eu-west-1.amazonaws.com")
                .contains("NATTER_PUBLIC_ORIGIN=https://chat.people.test", "NATTER_MAIL_FROM=natter@people.test")
                .contains("newName: 999.dkr.ecr.eu-west-1.amazonaws.com/natter/chat", "newTag: 1.2.3")
                .contains("external-dns.alpha.kubernetes.io/hostname: chat.people.test")
                .doesNotContain("wafv2", "access_logs")
                .contains("endPort: 65535");
        builds(overlay);
    }

    @Test
    void theOptionsBecomeAnnotationsOfTheLoadBalancer() throws Exception {
        var overlay = Files.createDirectories(Examples.ROOT.resolve("deploy/aws/target/overlays"))
                .resolve("options");
        var script = new Script(folder);
        var values = new HashMap<>(ADDRESSES);
        values.put("WebAcl", "arn:aws:wafv2:eu-west-1:999:regional/webacl/natter/w");
        values.put("AccessLogs", "natter-access-logs-1-eu-west-1");

        var ending = script.run("", "overlay", script.outputs(values), overlay, "https://chat.people.test", "1.2.3");

        assertThat(ending.code()).as(ending.errors()).isZero();
        builds(overlay);
        assertThat(Files.readString(overlay.resolve("patch-ingress.yaml")))
                .contains("wafv2-acl-arn: arn:aws:wafv2:eu-west-1:999:regional/webacl/natter/w\n")
                .contains("idle_timeout.timeout_seconds=75,", "access_logs.s3.bucket=natter-access-logs-1-eu-west-1\n");
    }

    @Test
    void anOutputThatIsMissingIsNamed() throws Exception {
        var script = new Script(folder);
        var values = new HashMap<>(ADDRESSES);
        values.remove("BrokerHost");

        var ending = script.run("", "overlay", script.outputs(values), folder.resolve("x"), "https://a.test", "1");

        assertThat(ending.code()).isNotZero();
        assertThat(ending.errors()).contains("has no output BrokerHost");
    }

    private static Set<String> outputs(Synthesis synthesis) {
        var names = new TreeSet<String>();
        synthesis
                .templates()
                .values()
                .forEach(template -> template.path("Outputs").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static void builds(Path overlay) throws IOException, InterruptedException {
        var kubectl = Stream.of(System.getenv("PATH").split(":", -1))
                .map(path -> Path.of(path, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(kubectl.isPresent(), "skipped: no kubectl here to build the overlay with");
        var kustomization = overlay.resolve("kustomization.yaml");
        Files.writeString(kustomization, Files.readString(kustomization).replace("../../", "../../../../../k8s/"));
        var process = new ProcessBuilder(kubectl.get().toString(), "kustomize", overlay.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("image: 999.dkr.ecr.eu-west-1.amazonaws.com/natter/mail:1.2.3");
    }
}
