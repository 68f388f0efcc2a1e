package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Specmatic makes requests that the OpenAPI documents forbid; they are refused as the documents say. {@code deploy/specmatic}
 * fetches it and says by {@code natter.specmatic} where its jar is. Of the requests that are allowed it makes up ids and codes
 * that are none; {@link ExamplesIT} sends proper ones.
 */
@ExtendWith(OneStack.class)
@EnabledIfSystemProperty(named = "natter.specmatic", matches = ".+", disabledReason = "deploy/specmatic fetches it")
class SpecmaticIT {

    private static final int TIMEOUT_MINUTES = 5;
    private static final String FORBIDDEN = "-ve ";
    /** No addresses of the public origin: they are not found, whatever is wrong with the rest. */
    private static final String INTERNAL = " /internal/";

    private final RunningStack stack;

    @TempDir
    private Path reports;

    SpecmaticIT(RunningStack stack) {
        this.stack = stack;
    }

    private record Case(String name, String failure) {}

    @ParameterizedTest
    @CsvSource({"chat, 150", "user, 40"})
    void whatTheDocumentForbidsIsRefusedAsItSays(String service, int atLeast) throws Exception {
        run(service);

        var forbidden = cases().stream()
                .filter(each -> each.name().contains(FORBIDDEN) && !each.name().contains(INTERNAL))
                .toList();
        System.out.println(service + ": " + forbidden.size() + " requests that the document forbids");
        assertThat(forbidden).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(forbidden).filteredOn(each -> !each.failure().isEmpty()).isEmpty();
    }

    private void run(String service) throws Exception {
        var output = reports.resolve("output.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("natter.specmatic"),
                        "test",
                        RunningStack.ROOT
                                .resolve("services/" + service + "/openapi.json")
                                .toString(),
                        "--testBaseURL=" + stack.app(),
                        "--timeout=20",
                        "--junitReportDir=" + reports)
                .directory(reports.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SPECMATIC_GENERATIVE_TESTS", "true");
        // Named as the documents name what signs a request in.
        builder.environment().put("accessToken", Person.signIn(stack, "spec").accessToken());
        var specmatic = builder.start();
        try {
            assertThat(specmatic.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            specmatic.destroyForcibly();
        }
        assertThat(output).content().contains("Tests run:");
    }

    private List<Case> cases() throws Exception {
        var cases = new ArrayList<Case>();
        try (var files = Files.list(reports)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                var elements = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("testcase");
                for (var i = 0; i < elements.getLength(); i++) {
                    var element = (Element) elements.item(i);
                    var failures = element.getElementsByTagName("failure");
                    cases.add(new Case(
                            element.getAttribute("name"),
                            failures.getLength() == 0 ? "" : failures.item(0).getTextContent()));
                }
            }
        }
        return cases;
    }
}
