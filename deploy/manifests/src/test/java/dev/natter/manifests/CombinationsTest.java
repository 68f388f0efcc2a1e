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
    /** An installation has one of these. */
    private static final List<String> DOORS = List.of("ingress", "ingress-alb", "gateway");

    @TestFactory
    Stream<DynamicTest> everythingThatStandsInTheRepositoryBuilds() {
        return Stream.of("k8s/base", "k8s/overlays/local", "k8s/overlays/eks")
                .map(folder -> DynamicTest.dynamicTest(
                        folder,
                        () -> assertThat(Manifests.build(folder).pods()).containsKeys("user", "chat", "mail", "web")));
    }

    /** Those of one, of two, of all but one, and of all: what does not fit another shows in a pair. */
    @TestFactory
    Stream<DynamicTest> soDoesEverySetOfComponents() {
        return DOORS.stream()
                .flatMap(door -> {
                    var components = components(door);
                    return IntStream.range(1, 1 << components.size())
                            .filter(set -> Integer.bitCount(set) <= 2 || Integer.bitCount(set) >= components.size() - 1)
                            .mapToObj(set -> chosen(components, set));
                })
                .distinct()
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

    private static List<String> components(String door) {
        return Repository.files("k8s/components", "kustomization.yaml").stream()
                .map(Path::getParent)
                .map(folder -> folder.getFileName().toString())
                .filter(name -> name.equals(door) || !DOORS.contains(name))
                .toList();
    }
}
