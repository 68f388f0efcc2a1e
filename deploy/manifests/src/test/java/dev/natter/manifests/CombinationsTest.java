package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is put together of base and components is something that Kubernetes understands. */
class CombinationsTest {

    @TestFactory
    Stream<DynamicTest> everythingThatStandsInTheRepositoryBuilds() {
        return Stream.of("k8s/base", "k8s/overlays/local", "k8s/overlays/eks")
                .map(folder -> DynamicTest.dynamicTest(
                        folder,
                        () -> assertThat(Manifests.build(folder).pods()).containsKeys("user", "chat", "mail", "web")));
    }

    /**
     * On CI, or with {@code NATTER_COMBINATIONS=every}, each set of components there is; otherwise, for it takes minutes,
     * those of one, of two, of all but one, and of all.
     */
    @TestFactory
    Stream<DynamicTest> soDoesEverySetOfComponents() {
        var components = components();
        var every = System.getenv("CI") != null || "every".equals(System.getenv("NATTER_COMBINATIONS"));
        return IntStream.range(1, 1 << components.size())
                .filter(set -> every || Integer.bitCount(set) <= 2 || Integer.bitCount(set) >= components.size() - 1)
                .mapToObj(set -> chosen(components, set))
                .map(set -> DynamicTest.dynamicTest(String.join(" + ", set), () -> builds(set)));
    }

    /** A bit of {@code set} for each of them. */
    private static List<String> chosen(List<String> components, int set) {
        return IntStream.range(0, components.size())
                .filter(at -> (set >> at & 1) == 1)
                .mapToObj(components::get)
                .toList();
    }

    @Test
    void theReaderRefusesWhatKubernetesDoesNotKnow() {
        assertThatThrownBy(() -> Manifests.parse("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: user}
                        spec:
                          template:
                            spec:
                              containers:
                                - name: user
                                  redinessProbe: {}
                        """)).hasMessageContaining("redinessProbe");
    }

    private static void builds(List<String> components) throws IOException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(Repository.ROOT.resolve("deploy/manifests/target/combinations")), "set");
        var text = new StringBuilder("resources: [../../../../../k8s/base]\ncomponents:\n");
        components.forEach(name ->
                text.append("  - ../../../../../k8s/components/").append(name).append('\n'));
        Files.writeString(folder.resolve("kustomization.yaml"), text);

        var manifests = Manifests.build(Repository.ROOT.relativize(folder).toString());

        assertThat(manifests.names()).contains("Deployment/chat", "Service/web");
    }

    private static List<String> components() {
        return Repository.files("k8s/components", "kustomization.yaml").stream()
                .map(Path::getParent)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }
}
