package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guides refer to is there. */
class GuideTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyAlertIsAnsweredAndNoAnswerIsLeftOver() {
        var alerts = Overlay.EKS.manifests().all(PrometheusRule.class).stream()
                .flatMap(rules -> rules.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .toList();

        assertThat(headings("deploy/alerts.md"))
                .filteredOn(heading -> heading.startsWith("Natter"))
                .containsExactlyElementsOf(alerts.stream().map(Rule::getAlert).toList());
        assertThat(alerts).allSatisfy(rule -> assertThat(rule.getAnnotations()).containsKeys("summary", "runbook"));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return Stream.of("README.md", "deploy", "k8s", "services", ".github")
                .flatMap(place -> place.endsWith(".md")
                        ? Stream.of(Repository.ROOT.resolve(place))
                        : Repository.files(place, "*.md").stream())
                .map(file ->
                        DynamicTest.dynamicTest(Repository.ROOT.relativize(file).toString(), () -> linksOf(file)));
    }

    private static void linksOf(Path file) {
        var text = Repository.read(Repository.ROOT.relativize(file).toString());
        LINK.matcher(text)
                .results()
                .filter(link -> !link.group(1).contains("://"))
                .forEach(link -> {
                    var target = link.group(1).isEmpty()
                            ? file
                            : file.resolveSibling(link.group(1)).normalize();
                    assertThat(Files.exists(target)).as(link.group()).isTrue();
                    if (link.group(2) != null && target.toString().endsWith(".md")) {
                        assertThat(headings(Repository.ROOT.relativize(target).toString()).stream()
                                        .map(GuideTest::anchor))
                                .as(link.group())
                                .contains(link.group(2));
                    }
                });
    }

    private static List<String> headings(String path) {
        return HEADING.matcher(Repository.read(path))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toList());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }
}
